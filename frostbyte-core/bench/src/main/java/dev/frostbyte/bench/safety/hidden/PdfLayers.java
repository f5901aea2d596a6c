package dev.frostbyte.bench.safety.hidden;

import dev.frostbyte.api.model.HiddenChannel;
import java.io.IOException;
import java.util.Random;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/** Text of a PDF document on optional content that is switched off. One thread. */
final class PdfLayers {
  private static final COSName OCGS = COSName.getPDFName("OCGs");

  private final PdfDraft draft;
  private final COSDictionary on = group("on");
  private final COSDictionary off = group("off");
  private final COSDictionary configuration = new COSDictionary();

  private PdfLayers(PdfDraft draft) {
    this.draft = draft;
    COSDictionary properties = new COSDictionary();
    properties.setItem(OCGS, list(on, off));
    properties.setItem(COSName.D, configuration);
    configuration.setItem(COSName.OFF, list(off));
    draft.document.getDocumentCatalog().getCOSObject().setItem(COSName.OCPROPERTIES, properties);
  }

  /** Writes the secret on a layer. */
  private interface Writing {
    void on(PdfLayers layers) throws IOException;
  }

  static Channel channel() {
    return Channel.of(
        "PDF",
        "optional content off",
        HiddenChannel.MARKED_HIDDEN,
        "pdf",
        2,
        way(layers -> layers.write(layers.off, "")),
        way(layers -> layers.write(layers.off, "/Span <</Lang (en)>> BDC ")),
        way(PdfLayers::offByBase),
        way(layers -> layers.write(layers.member("AllOn", layers.on, layers.off), "")),
        way(layers -> layers.write(layers.member("AnyOff", layers.on), "")),
        way(layers -> layers.write(layers.expression("Not", layers.on), "")),
        way(layers -> layers.write(layers.expression("And", layers.on, layers.off), "")),
        way(PdfLayers::onForm),
        way(PdfLayers::onAnnotation),
        way(PdfLayers::offForView));
  }

  private static Channel.Way way(Writing writing) {
    return (Marks marks, Random random) -> {
      PdfLayers layers = new PdfLayers(new PdfDraft(marks, random));
      writing.on(layers);
      return layers.draft.bytes();
    };
  }

  private void write(COSDictionary membership, String around) throws IOException {
    COSDictionary lists = new COSDictionary();
    lists.setItem(COSName.getPDFName("L"), membership);
    draft.resources.getCOSObject().setItem(COSName.PROPERTIES, lists);
    String end = around.isEmpty() ? "" : " EMC";
    draft.nest(around + "/OC /L BDC " + draft.secret() + " EMC" + end);
  }

  private void offByBase() throws IOException {
    configuration.removeItem(COSName.OFF);
    configuration.setName(COSName.BASE_STATE, "OFF");
    configuration.setItem(COSName.ON, list(on));
    write(off, "");
  }

  private void onForm() throws IOException {
    PDFormXObject form = draft.formOf(draft.secret(), draft.random.nextBoolean());
    form.getCOSObject().setItem(COSName.OC, off);
    draft.add("q /" + draft.put(form).getName() + " Do Q");
  }

  private void onAnnotation() throws IOException {
    PdfExtras.stamp(draft, draft.formOf(draft.secret(), false));
    COSArray notes = draft.page.getCOSObject().getCOSArray(COSName.ANNOTS);
    ((COSDictionary) notes.getObject(0)).setItem(COSName.OC, off);
  }

  /** On by its state, and off for viewing by what it says of its use. */
  private void offForView() throws IOException {
    configuration.removeItem(COSName.OFF);
    COSDictionary state = new COSDictionary();
    state.setName("ViewState", "OFF");
    COSDictionary usage = new COSDictionary();
    usage.setItem("View", state);
    off.setItem("Usage", usage);
    COSDictionary event = new COSDictionary();
    event.setName("Event", "View");
    event.setItem(OCGS, list(off));
    event.setItem("Category", list(COSName.getPDFName("View")));
    configuration.setItem("AS", list(event));
    write(off, "");
  }

  private COSDictionary member(String policy, COSBase... groups) {
    COSDictionary member = new COSDictionary();
    member.setName(COSName.TYPE, "OCMD");
    member.setItem(OCGS, list(groups));
    member.setName("P", policy);
    return member;
  }

  private COSDictionary expression(String operator, COSBase... groups) {
    COSArray expression = list(COSName.getPDFName(operator));
    for (COSBase group : groups) {
      expression.add(group);
    }
    COSDictionary member = new COSDictionary();
    member.setName(COSName.TYPE, "OCMD");
    member.setItem("VE", expression);
    return member;
  }

  private static COSDictionary group(String name) {
    COSDictionary group = new COSDictionary();
    group.setName(COSName.TYPE, "OCG");
    group.setString(COSName.NAME, name);
    return group;
  }

  private static COSArray list(COSBase... items) {
    COSArray list = new COSArray();
    for (COSBase item : items) {
      list.add(item);
    }
    return list;
  }
}
