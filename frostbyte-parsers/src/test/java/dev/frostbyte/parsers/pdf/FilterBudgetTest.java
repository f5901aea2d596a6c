package dev.frostbyte.parsers.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ParseLimits;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.junit.jupiter.api.Test;

class FilterBudgetTest {
  /** A run of 128 times the same byte. */
  private static final byte[] RUN = {(byte) 129, 7, (byte) 128};

  @Test
  void closesAStreamThatUnpacksToMoreThanIsAllowed() {
    AtomicBoolean closed = new AtomicBoolean();
    COSStream stream = stream(closed);
    ParseLimits limits = new ParseLimits(9, 9, 9, 9, 100, 200, 9, Duration.ofMinutes(1));
    assertThatThrownBy(() -> FilterBudget.require(stream, new Budget(limits)))
        .isInstanceOf(BudgetReachedException.class);
    assertThat(closed).isTrue();
  }

  private static COSStream stream(AtomicBoolean closed) {
    COSStream stream =
        new COSStream() {
          @Override
          public InputStream createRawInputStream() {
            return new ByteArrayInputStream(RUN) {
              @Override
              public void close() {
                closed.set(true);
              }
            };
          }
        };
    stream.setItem(COSName.FILTER, COSName.RUN_LENGTH_DECODE);
    return stream;
  }
}
