package dev.frostbyte.parsers.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.MissingOperandException;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceCMYK;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.jspecify.annotations.Nullable;

/**
 * Sets colours without loading ICC profiles, which is slow, differs between platforms, and tells no
 * more than whether text is white. One thread.
 */
final class PlainColour extends OperatorProcessor {
  private static final List<String> OPERATORS = List.of("cs", "CS", "g", "G", "rg", "RG", "k", "K");

  private final String name;

  private PlainColour(PDFStreamEngine context, String name) {
    super(context);
    this.name = name;
  }

  static void addTo(PDFStreamEngine engine) {
    OPERATORS.forEach(name -> engine.addOperator(new PlainColour(engine, name)));
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public void process(Operator operator, List<COSBase> operands) throws IOException {
    if (operands.isEmpty()) {
      throw new MissingOperandException(operator, operands);
    }
    if (getContext().isShouldProcessColorOperators()) {
      PDColorSpace space = space(operands);
      PDColor color = isNamed() ? space.getInitialColor() : new PDColor(array(operands), space);
      set(space, color);
    }
  }

  private boolean isNamed() {
    return name.equalsIgnoreCase("cs");
  }

  private void set(PDColorSpace space, PDColor color) {
    PDGraphicsState state = getContext().getGraphicsState();
    if (Character.isUpperCase(name.charAt(0))) {
      state.setStrokingColorSpace(space);
      state.setStrokingColor(color);
    } else {
      state.setNonStrokingColorSpace(space);
      state.setNonStrokingColor(color);
    }
  }

  private PDColorSpace space(List<COSBase> operands) throws IOException {
    return switch (name) {
      case "g", "G" -> PDDeviceGray.INSTANCE;
      case "rg", "RG" -> PDDeviceRGB.INSTANCE;
      case "k", "K" -> PDDeviceCMYK.INSTANCE;
      default -> named(operands.getFirst());
    };
  }

  private PDColorSpace named(COSBase operand) throws IOException {
    if (!(operand instanceof COSName space)) {
      throw new IOException("a colour space has no name");
    }
    var spaces = getContext().getResources().getCOSObject().getCOSDictionary(COSName.COLORSPACE);
    PDColorSpace plain = spaces == null ? null : plain(spaces.getDictionaryObject(space));
    return plain == null ? getContext().getResources().getColorSpace(space) : plain;
  }

  /** The device space with as many components as an ICC space has, null for other spaces. */
  private static @Nullable PDColorSpace plain(@Nullable COSBase space) {
    if (space instanceof COSArray array
        && array.size() > 1
        && COSName.ICCBASED.equals(array.getObject(0))
        && array.getObject(1) instanceof COSStream profile) {
      return switch (profile.getInt(COSName.N)) {
        case 1 -> PDDeviceGray.INSTANCE;
        case 4 -> PDDeviceCMYK.INSTANCE;
        default -> PDDeviceRGB.INSTANCE;
      };
    }
    return null;
  }

  private static COSArray array(List<COSBase> operands) {
    return new COSArray(operands);
  }
}
