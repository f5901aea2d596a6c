package dev.frostbyte.api.spi;

/**
 * Makes a {@link LayoutModel}; carries {@link Stage}, and {@link FileKeys} where its configuration
 * names files. Takes part only when a pipeline chose it by name. {@code open} is called in the
 * host's JVM too, for the configuration to be checked and the fingerprint to be told, so a large
 * model is best loaded for the first page.
 */
public interface LayoutModelProvider extends StageProvider.Shared<LayoutModel> {}
