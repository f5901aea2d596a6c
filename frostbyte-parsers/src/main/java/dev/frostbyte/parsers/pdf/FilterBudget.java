package dev.frostbyte.parsers.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.jspecify.annotations.Nullable;

/**
 * Measures streams packed by other means than Flate alone, by unpacking them into a count. What a
 * filter hands to the next is held in memory, so that it has a limit of its own. Stateless.
 */
final class FilterBudget {
  /** Run lengths make at most 64 bytes of one, LZW some 1,400. */
  private static final Set<COSName> EXPANDING =
      Set.of(
          COSName.LZW_DECODE,
          COSName.LZW_DECODE_ABBREVIATION,
          COSName.RUN_LENGTH_DECODE,
          COSName.RUN_LENGTH_DECODE_ABBREVIATION);

  /** Most bytes between two filters. */
  private static final int MOST_BETWEEN = 64 << 20;

  private FilterBudget() {}

  /** Whether one of these filters is to be measured here. */
  static boolean covers(@Nullable COSBase filters) {
    return names(filters).stream().anyMatch(EXPANDING::contains);
  }

  /** Counts what a stream unpacks to against the budget; broken data end the count. */
  static void require(COSStream stream, Budget budget) throws IOException {
    List<COSName> filters = names(stream.getFilters());
    long stored = Math.max(1, stream.getLength());
    InputStream next = stream.createRawInputStream();
    for (int number = 0; number < filters.size(); number++) {
      Counted out = new Counted(budget, stored, number < filters.size() - 1);
      try (InputStream in = next) {
        FilterFactory.INSTANCE.getFilter(filters.get(number)).decode(in, out, stream, number);
      }
      next = new ByteArrayInputStream(out.kept.toByteArray());
    }
  }

  private static List<COSName> names(@Nullable COSBase filters) {
    List<COSName> names = new ArrayList<>();
    if (filters instanceof COSName name) {
      names.add(name);
    } else if (filters instanceof COSArray array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.getObject(i) instanceof COSName name) {
          names.add(name);
        }
      }
    }
    return names;
  }

  /** Counts, and keeps what another filter reads. */
  private static final class Counted extends OutputStream {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final Budget budget;
    private final long stored;
    private final boolean keeps;
    private long count;

    Counted(Budget budget, long stored, boolean keeps) {
      this.budget = budget;
      this.stored = stored;
      this.keeps = keeps;
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      count += length;
      budget.inflated(length);
      budget.inflation(stored, count);
      if (keeps) {
        budget.between(count, MOST_BETWEEN);
        kept.write(bytes, from, length);
      }
    }
  }
}
