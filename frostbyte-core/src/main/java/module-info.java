/** The engine of Frostbyte: pipelines, tenant sessions, gates, keys, retrieval and reports. */
module dev.frostbyte.core {
  requires transitive dev.frostbyte.api;
  requires static org.jspecify;
  requires com.fasterxml.jackson.databind;
  requires com.ibm.icu;
  requires okhttp3;
  requires java.desktop;
  requires jdk.unsupported;
  requires org.apache.commons.logging;
  requires org.apache.fontbox;
  requires org.apache.pdfbox;
  requires org.apache.pdfbox.io;

  exports dev.frostbyte.core;
  exports dev.frostbyte.core.document;
  exports dev.frostbyte.core.egress;
  exports dev.frostbyte.core.keys;
  exports dev.frostbyte.core.plugin;
  exports dev.frostbyte.core.policy;
  exports dev.frostbyte.core.report;

  opens dev.frostbyte.core.document to
      com.fasterxml.jackson.databind;
  opens dev.frostbyte.core.engine to
      com.fasterxml.jackson.databind;
  opens dev.frostbyte.core.chunk to
      dev.frostbyte.api;
  opens dev.frostbyte.core.inspect to
      dev.frostbyte.api;
  opens dev.frostbyte.core.malware to
      dev.frostbyte.api;

  provides dev.frostbyte.api.spi.ChunkerProvider with
      dev.frostbyte.core.chunk.ByTitleChunkerProvider;
  provides dev.frostbyte.api.spi.InspectorProvider with
      dev.frostbyte.core.inspect.ClassInspectorProvider,
      dev.frostbyte.core.inspect.HiddenTextInspectorProvider,
      dev.frostbyte.core.inspect.InjectionInspectorProvider,
      dev.frostbyte.core.inspect.InvisibleInspectorProvider,
      dev.frostbyte.core.inspect.PersonalDataInspectorProvider;
  provides dev.frostbyte.api.spi.ScannerProvider with
      dev.frostbyte.core.malware.ClamdScannerProvider;

  uses dev.frostbyte.core.PipelineDefaults;
  uses dev.frostbyte.api.spi.ChunkerProvider;
  uses dev.frostbyte.api.spi.DetectorProvider;
  uses dev.frostbyte.api.spi.DocumentStoreProvider;
  uses dev.frostbyte.api.spi.EmbeddingProvider;
  uses dev.frostbyte.api.spi.HostProvider;
  uses dev.frostbyte.api.spi.InspectorProvider;
  uses dev.frostbyte.api.spi.LayoutModelProvider;
  uses dev.frostbyte.api.spi.ObjectStoreProvider;
  uses dev.frostbyte.api.spi.ParserProvider;
  uses dev.frostbyte.api.spi.RemoteParserProvider;
  uses dev.frostbyte.api.spi.ScannerProvider;
  uses dev.frostbyte.api.spi.TableModelProvider;
  uses dev.frostbyte.api.spi.VectorIndexProvider;
}
