package dev.frostbyte.api.spi;

/** Makes a {@link MalwareScanner}. */
public interface ScannerProvider extends StageProvider.Shared<MalwareScanner> {}
