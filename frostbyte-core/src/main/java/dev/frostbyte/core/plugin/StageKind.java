package dev.frostbyte.core.plugin;

import dev.frostbyte.api.spi.ChunkerProvider;
import dev.frostbyte.api.spi.DetectorProvider;
import dev.frostbyte.api.spi.DocumentStoreProvider;
import dev.frostbyte.api.spi.EmbeddingProvider;
import dev.frostbyte.api.spi.HostProvider;
import dev.frostbyte.api.spi.InspectorProvider;
import dev.frostbyte.api.spi.LayoutModelProvider;
import dev.frostbyte.api.spi.ObjectStoreProvider;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.RemoteParserProvider;
import dev.frostbyte.api.spi.ScannerProvider;
import dev.frostbyte.api.spi.StageProvider;
import dev.frostbyte.api.spi.TableModelProvider;
import dev.frostbyte.api.spi.VectorIndexProvider;
import java.util.Locale;

/** The kinds of stage a pipeline has. */
public enum StageKind {
  /** Tells types. */
  DETECTOR(DetectorProvider.class),
  /** Looks for known malware before a parser sees a file. */
  SCANNER(ScannerProvider.class),
  /** Runs parsers apart. */
  HOST(HostProvider.class),
  /** Reads a format. */
  PARSER(ParserProvider.class),
  /** Reads a format elsewhere. */
  REMOTE_PARSER(RemoteParserProvider.class),
  /** Says which parts of a page are what, where parsers ask it. */
  LAYOUT_MODEL(LayoutModelProvider.class),
  /** Says which cells a table has, where parsers ask it. */
  TABLE_MODEL(TableModelProvider.class),
  /** Looks for what must not pass. */
  INSPECTOR(InspectorProvider.class),
  /** Cuts SERVED into chunks. */
  CHUNKER(ChunkerProvider.class),
  /** Makes vectors. */
  EMBEDDING(EmbeddingProvider.class),
  /** Keeps sealed objects. */
  OBJECTS(ObjectStoreProvider.class),
  /** Keeps rows. */
  STORE(DocumentStoreProvider.class),
  /** Finds chunks. */
  INDEX(VectorIndexProvider.class);

  private final Class<? extends StageProvider> service;

  StageKind(Class<? extends StageProvider> service) {
    this.service = service;
  }

  Class<? extends StageProvider> service() {
    return service;
  }

  /** Whether a pipeline has one of it at most, so that a later choice takes its place. */
  public boolean isOne() {
    return switch (this) {
      case DETECTOR, HOST, CHUNKER, EMBEDDING, OBJECTS, STORE, INDEX -> true;
      case LAYOUT_MODEL, TABLE_MODEL -> true;
      case SCANNER, PARSER, REMOTE_PARSER, INSPECTOR -> false;
    };
  }

  /** Lower case, as messages spell it. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
