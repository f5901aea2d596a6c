package dev.frostbyte.parsers.pdf;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDICCBased;
import org.apache.pdfbox.pdmodel.graphics.color.PDPattern;
import org.jspecify.annotations.Nullable;

/**
 * Colours as 24-bit RGB. Device and ICC spaces are converted by plain arithmetic on their number of
 * components, without the platform's colour management, so that results are the same everywhere.
 */
final class Colours {
  static final int UNKNOWN = -1;
  static final int WHITE = 0xffffff;

  /** Two colours this close in every channel cannot be told apart on paper. */
  private static final int CLOSE = 20;

  private Colours() {}

  static int rgb(@Nullable PDColor color) {
    if (color == null || color.getColorSpace() instanceof PDPattern) {
      return UNKNOWN;
    }
    float[] parts = color.getComponents();
    PDColorSpace space = color.getColorSpace();
    return isPlain(space) ? plain(parts) : converted(color);
  }

  static boolean close(int one, int other) {
    for (int shift = 0; shift <= 16; shift += 8) {
      if (Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)) > CLOSE) {
        return false;
      }
    }
    return true;
  }

  /** What a translucent colour looks like over another. */
  static int over(int colour, float alpha, int below) {
    int mixed = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      float part = (colour >> shift & 0xff) * alpha + (below >> shift & 0xff) * (1 - alpha);
      mixed |= Math.round(part) << shift;
    }
    return mixed;
  }

  private static boolean isPlain(PDColorSpace space) {
    return space instanceof PDICCBased || space.getName().startsWith("Device") && !isDeviceN(space);
  }

  private static boolean isDeviceN(PDColorSpace space) {
    return space.getName().equals("DeviceN");
  }

  private static int plain(float[] parts) {
    return switch (parts.length) {
      case 1 -> pack(parts[0], parts[0], parts[0]);
      case 3 -> pack(parts[0], parts[1], parts[2]);
      case 4 ->
          pack(
              (1 - parts[0]) * (1 - parts[3]),
              (1 - parts[1]) * (1 - parts[3]),
              (1 - parts[2]) * (1 - parts[3]));
      default -> UNKNOWN;
    };
  }

  private static int converted(PDColor color) {
    try {
      return color.toRGB() & WHITE;
    } catch (IOException | RuntimeException e) {
      return UNKNOWN;
    }
  }

  private static int pack(float red, float green, float blue) {
    return channel(red) << 16 | channel(green) << 8 | channel(blue);
  }

  private static int channel(float value) {
    return Math.round(Math.clamp(value, 0f, 1f) * 255);
  }
}
