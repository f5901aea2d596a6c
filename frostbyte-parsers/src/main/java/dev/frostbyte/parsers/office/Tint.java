package dev.frostbyte.parsers.office;

/** Arithmetic on colours 0xRRGGBB, near enough to tell whether text stands out. */
final class Tint {
  private static final int FULL = 255;

  private Tint() {}

  /** A colour with a share, 0 to 1, of another in it. */
  static int mixed(int colour, int other, double share) {
    int mixed = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      double part = (colour >> shift & 0xff) * (1 - share) + (other >> shift & 0xff) * share;
      mixed |= (int) Math.round(Math.clamp(part, 0, FULL)) << shift;
    }
    return mixed;
  }

  /** A tint as spreadsheets have it, -1 black to 1 white (ECMA-376 part 1, 18.8.19). */
  static int tinted(int colour, double tint) {
    return tint < 0 ? mixed(colour, 0, -tint) : mixed(colour, Contrast.WHITE, tint);
  }

  /** Luminance times a factor and an offset, both 1 for all there is; hue is kept. */
  static int luminance(int colour, double factor, double offset) {
    int most = 0;
    int least = FULL;
    for (int shift = 0; shift <= 16; shift += 8) {
      most = Math.max(most, colour >> shift & 0xff);
      least = Math.min(least, colour >> shift & 0xff);
    }
    double light = (most + least) / 2.0 / FULL;
    double wanted = Math.clamp(light * factor + offset, 0, 1);
    if (wanted > light) {
      return mixed(colour, Contrast.WHITE, (wanted - light) / Math.max(1e-9, 1 - light));
    }
    return mixed(colour, 0, (light - wanted) / Math.max(1e-9, light));
  }
}
