package dev.frostbyte.parsers.model;

import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.spi.PageView;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.api.spi.TableGrid;
import dev.frostbyte.api.spi.TableModel;
import dev.frostbyte.api.spi.TableModelProvider;
import java.util.ArrayList;
import java.util.List;

/** Cuts every table into as many equal rows and columns as it is told. */
@Stage(name = "fake", spi = 1)
public final class FakeTableModelProvider implements TableModelProvider {
  /** For ServiceLoader. */
  public FakeTableModelProvider() {}

  @Override
  public TableModel open(StageConfig config) {
    Settings settings = config.bind(new Settings(2, 2));
    return table -> grid(table, settings.rows(), settings.columns());
  }

  static TableGrid grid(PageView table, int rows, int columns) {
    Box area = table.area();
    float across = (area.right() - area.left()) / columns;
    float down = (area.bottom() - area.top()) / rows;
    List<TableGrid.Cell> cells = new ArrayList<>();
    for (int i = 0; i < rows * columns; i++) {
      float left = area.left() + i % columns * across;
      float top = area.top() + i / columns * down;
      Box box = new Box(left, top, left + across, top + down);
      cells.add(new TableGrid.Cell(i / columns, i % columns, 1, 1, box));
    }
    return new TableGrid(rows, columns, Math.min(1, rows - 1), cells);
  }

  /** What it can be told. */
  record Settings(int rows, int columns) {}
}
