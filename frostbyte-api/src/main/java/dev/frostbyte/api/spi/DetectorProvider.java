package dev.frostbyte.api.spi;

/** Makes a {@link TypeDetector}. */
public interface DetectorProvider extends StageProvider.Shared<TypeDetector> {}
