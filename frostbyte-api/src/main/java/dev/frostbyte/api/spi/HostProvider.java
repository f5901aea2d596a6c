package dev.frostbyte.api.spi;

/** Makes a {@link ParserHost}. */
public interface HostProvider extends StageProvider.Shared<ParserHost> {}
