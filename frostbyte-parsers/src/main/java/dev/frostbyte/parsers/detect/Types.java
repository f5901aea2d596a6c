package dev.frostbyte.parsers.detect;

import dev.frostbyte.api.model.MediaType;

/** Types that are detected in order to be refused. */
final class Types {
  /** Two formats at once, or foreign bytes around one. */
  static final MediaType POLYGLOT = new MediaType("application/x-frostbyte-polyglot");

  static final MediaType ZIP = new MediaType("application/zip");
  static final MediaType JAR = new MediaType("application/java-archive");
  static final MediaType OLE2 = new MediaType("application/x-ole-storage");
  static final MediaType DOC = new MediaType("application/msword");
  static final MediaType XLS = new MediaType("application/vnd.ms-excel");
  static final MediaType PPT = new MediaType("application/vnd.ms-powerpoint");
  static final MediaType MSG = new MediaType("application/vnd.ms-outlook");
  static final MediaType PROTECTED = new MediaType("application/x-ooxml-protected");
  static final MediaType XML = new MediaType("application/xml");
  static final MediaType SVG = new MediaType("image/svg+xml");
  static final MediaType XHTML = new MediaType("application/xhtml+xml");
  static final MediaType MBOX = new MediaType("application/mbox");
  static final MediaType SCRIPT = new MediaType("application/x-script");
  static final MediaType JSON = new MediaType("application/json");
  static final MediaType TSV = new MediaType("text/tab-separated-values");
  static final MediaType ASCIIDOC = new MediaType("text/asciidoc");

  private Types() {}
}
