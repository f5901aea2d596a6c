package dev.frostbyte.core;

import dev.frostbyte.api.spi.ParseLimits;
import java.time.Duration;

/**
 * Budgets of a pipeline. Immutable.
 *
 * @param maxFileBytes largest file taken; default 100 MiB, since the process that parses a document
 *     holds it in memory; this one keeps files above 8 MiB sealed in the temp folder meanwhile
 * @param maxBytesInFlight sum of the files under way at one time; default 256 MiB; a single larger
 *     file goes alone
 * @param maxFilesInFlight files read or waiting to be taken; default 16
 * @param longestReview how long a document is held for a person's decision before it is
 *     quarantined; default 14 days
 * @param parse budgets of one document's parser
 * @param attachments how many files inside one file are taken
 */
public record PipelineLimits(
    long maxFileBytes,
    long maxBytesInFlight,
    int maxFilesInFlight,
    Duration longestReview,
    ParseLimits parse,
    AttachmentLimits attachments) {
  /** The defaults named above. */
  public static final PipelineLimits DEFAULT =
      new PipelineLimits(100L << 20, 256L << 20, 16, Duration.ofDays(14), ParseLimits.DEFAULT);

  /** These budgets, and the default ones of attachments. */
  public PipelineLimits(
      long maxFileBytes,
      long maxBytesInFlight,
      int maxFilesInFlight,
      Duration longestReview,
      ParseLimits parse) {
    this(
        maxFileBytes,
        maxBytesInFlight,
        maxFilesInFlight,
        longestReview,
        parse,
        AttachmentLimits.DEFAULT);
  }

  /** Checks that every budget is positive. */
  public PipelineLimits {
    if (maxFileBytes < 1
        || maxFileBytes > Integer.MAX_VALUE - 8
        || maxBytesInFlight < 1
        || maxFilesInFlight < 1
        || !longestReview.isPositive()) {
      throw new IllegalArgumentException("limits must be positive, a file at most 2 GiB");
    }
  }
}
