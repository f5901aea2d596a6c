package dev.frostbyte.api.model;

import java.util.regex.Pattern;

/**
 * Names a batch inside one tenant; the submitter may choose it. Immutable.
 *
 * @param value {@code [A-Za-z0-9][A-Za-z0-9._-]{0,127}}
 */
public record BatchId(String value) {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

  /** Checks the shape. */
  public BatchId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("a batch id must match " + SHAPE);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
