package dev.frostbyte.api.spi;

/** Makes a {@link TableModel}, as a {@link LayoutModelProvider} makes a layout model. */
public interface TableModelProvider extends StageProvider.Shared<TableModel> {}
