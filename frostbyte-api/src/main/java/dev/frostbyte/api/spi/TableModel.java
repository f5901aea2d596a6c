package dev.frostbyte.api.spi;

import java.io.IOException;

/**
 * Says which rows, columns and cells a table has; what the cells say is the page's own words and
 * never the model's. Runs where the parser runs. Thread-safe: one model serves many tables at once.
 * <i>Must</i>: same table, same grid; no connection, no file but those its configuration names, no
 * program started; no text of the page in any exception. An answer that breaks this, or an
 * exception, costs the table the model's help and nothing else.
 */
public interface TableModel extends AutoCloseable {
  /**
   * The grid of one table. A word belongs to the cell that holds its middle, or else to the
   * nearest.
   *
   * @param table the part of a page where the table stands
   * @throws IOException when the model cannot be run
   */
  TableGrid grid(PageView table) throws IOException;

  /** How fine a picture it wants, as {@link LayoutModel#dpi}. */
  default int dpi() {
    return 100;
  }

  /** Names what shapes the answers besides the configuration; enters the fingerprint. */
  default String fingerprint() {
    return "";
  }

  @Override
  default void close() throws IOException {}
}
