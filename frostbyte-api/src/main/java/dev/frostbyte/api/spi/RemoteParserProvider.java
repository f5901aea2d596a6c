package dev.frostbyte.api.spi;

/**
 * Makes a {@link RemoteParser}; carries {@link Stage} and {@link Parses}. Takes part in a pipeline
 * only when it was chosen by name.
 */
public interface RemoteParserProvider extends StageProvider.Shared<RemoteParser> {}
