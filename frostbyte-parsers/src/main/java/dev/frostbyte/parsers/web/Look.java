package dev.frostbyte.parsers.web;

import dev.frostbyte.api.model.HiddenChannel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How text at one place of a page looks. Immutable.
 *
 * @param channel how an element above hides it; null when none does
 * @param visibility whether {@code visibility} lets it show
 * @param opacity product of the opacities above, 0 to 1
 * @param size font size in pixels
 * @param colour of the text; null when it cannot be told
 * @param background behind it; null when it is a picture or cannot be told
 * @param variables custom properties in force
 */
record Look(
    @Nullable HiddenChannel channel,
    boolean visibility,
    double opacity,
    double size,
    @Nullable Colour colour,
    @Nullable Colour background,
    CustomProperties variables) {
  /** A page without styles: black on white, 16 pixels. */
  static final Look PLAIN =
      new Look(null, true, 1, 16, Colour.BLACK, Colour.WHITE, CustomProperties.NONE);

  private static final double LEAST_OPACITY = 0.05;
  private static final double LEAST_SIZE = 1;

  /** How text with this look is hidden; empty when it can be seen. */
  Optional<HiddenChannel> hides() {
    if (channel != null) {
      return Optional.of(channel);
    }
    if (!visibility) {
      return Optional.of(HiddenChannel.MARKED_HIDDEN);
    }
    if (opacity <= LEAST_OPACITY || (colour != null && colour.alpha() <= LEAST_OPACITY)) {
      return Optional.of(HiddenChannel.INVISIBLE);
    }
    if (size <= LEAST_SIZE) {
      return Optional.of(HiddenChannel.SIZE);
    }
    boolean vanishes = colour != null && background != null && colour.isNear(background);
    return vanishes ? Optional.of(HiddenChannel.COLOUR) : Optional.empty();
  }
}
