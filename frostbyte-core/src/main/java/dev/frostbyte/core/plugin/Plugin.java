package dev.frostbyte.core.plugin;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.api.spi.StageProvider;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A provider that was found and checked, not yet constructed. Immutable.
 *
 * @param kind which kind of stage it makes
 * @param name as its annotation says
 * @param version as its annotation says
 * @param provider makes it
 */
public record Plugin(
    StageKind kind,
    String name,
    String version,
    ServiceLoader.Provider<? extends StageProvider> provider) {
  /** Of a configuration's hash, where a person compares them. */
  private static final int SHOWN_DIGITS = 12;

  static Plugin of(
      StageKind kind, Stage stage, ServiceLoader.Provider<? extends StageProvider> provider) {
    return new Plugin(kind, stage.name(), stage.version(), provider);
  }

  /** The provider's class. */
  public Class<? extends StageProvider> type() {
    return provider.type();
  }

  /** Media types a parser reads; empty for other kinds. */
  public List<MediaType> mediaTypes() {
    Parses parses = type().getAnnotation(Parses.class);
    return parses == null ? List.of() : Arrays.stream(parses.types()).map(MediaType::new).toList();
  }

  /** File name extensions, lower case, with the types they stand for. */
  public SortedMap<String, MediaType> extensions() {
    SortedMap<String, MediaType> extensions = new TreeMap<>();
    Parses parses = type().getAnnotation(Parses.class);
    if (parses != null) {
      for (int i = 0; i < parses.extensions().length; i++) {
        extensions.put(
            parses.extensions()[i].toLowerCase(Locale.ROOT), new MediaType(parses.types()[i]));
      }
    }
    return extensions;
  }

  /** Whether a parser may run in the host's JVM by default. */
  public boolean pureText() {
    Parses parses = type().getAnnotation(Parses.class);
    return parses != null && parses.pureText();
  }

  /** Whether a parser draws pages when asked to. */
  public boolean pageImages() {
    Parses parses = type().getAnnotation(Parses.class);
    return parses != null && parses.pageImages();
  }

  /** Whether a parser takes models of pages. */
  boolean pageModels() {
    Parses parses = type().getAnnotation(Parses.class);
    return parses != null && parses.pageModels();
  }

  /** Whether a parser is left out unless it is named. */
  public boolean onlyByName() {
    Parses parses = type().getAnnotation(Parses.class);
    return parses != null && parses.onlyByName();
  }

  @Override
  public String toString() {
    return kind.word() + " '" + name + "' (" + type().getName() + ")";
  }

  /** Version and configuration as a person compares them. */
  String shown(StageConfig config) {
    return version() + " " + config.hash().hex().substring(0, SHOWN_DIGITS);
  }
}
