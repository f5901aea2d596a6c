package dev.frostbyte.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.spi.PageView;
import dev.frostbyte.api.spi.TableGrid;
import dev.frostbyte.api.spi.TableModel;
import dev.frostbyte.api.spi.TableModelProvider;
import java.io.IOException;

/**
 * What every {@link TableModel} must do. Extend it, name the provider and what to open it with, and
 * run it with JUnit; it opens the provider as a parser does. That cells do not lie on each other is
 * for {@link TableGrid} to see to. One thread.
 */
public abstract class TableModelContract extends PageModelContract<TableModel, TableModelProvider> {
  /** For subclasses. */
  protected TableModelContract() {}

  @Override
  final Class<TableModelProvider> kind() {
    return TableModelProvider.class;
  }

  @Override
  final TableGrid ask(TableModel asked, PageView view) throws IOException {
    return asked.grid(view);
  }

  @Override
  final int dpi(TableModel asked) {
    return asked.dpi();
  }

  @Override
  final String fingerprint(TableModel asked) {
    return asked.fingerprint();
  }

  /** Every cell stands where the table does. */
  @Override
  final void requireSound(PageView view, Object answer) {
    assertThat(answer).isInstanceOf(TableGrid.class);
    for (TableGrid.Cell cell : ((TableGrid) answer).cells()) {
      LayoutModelContract.requireWithin(view.area(), cell.box());
    }
  }
}
