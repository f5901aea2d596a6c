package dev.frostbyte.api.spi;

/** Makes a {@link DocumentParser}; carries {@link Stage} and {@link Parses}. */
public interface ParserProvider extends StageProvider.Shared<DocumentParser> {}
