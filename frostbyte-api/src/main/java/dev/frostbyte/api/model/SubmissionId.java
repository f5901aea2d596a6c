package dev.frostbyte.api.model;

import java.util.regex.Pattern;

/**
 * Names one file as it was handed in once; its outcome is final. Immutable.
 *
 * @param value {@code sub_[0-9a-f]{32}}
 */
public record SubmissionId(String value) {
  private static final Pattern SHAPE = Pattern.compile("sub_[0-9a-f]{32}");

  /** Checks the shape. */
  public SubmissionId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("a submission id must match " + SHAPE);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
