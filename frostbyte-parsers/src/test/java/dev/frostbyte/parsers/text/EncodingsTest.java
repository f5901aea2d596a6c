package dev.frostbyte.parsers.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.TextEncoding;
import dev.frostbyte.api.model.TextEncoding.Basis;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.testkit.Recording;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Every format that is text says how its bytes were read, first of all. */
class EncodingsTest {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Map<ParserProvider, String> TEXTS =
      Map.of(
          new TextParserProvider(), "Grüße an alle",
          new MarkdownParserProvider(), "# Grüße an alle",
          new AsciiDocParserProvider(), "= Grüße an alle",
          new CsvParserProvider(), "Grüße,an\nalle,hier",
          new JsonParserProvider(), "{\"a\": \"Grüße an alle\"}",
          new XmlParserProvider(), "<a>Grüße an alle</a>");

  @Test
  void isToldByAMarkByTheBytesOrAssumed() throws IOException {
    for (Map.Entry<ParserProvider, String> each : TEXTS.entrySet()) {
      ParserProvider provider = each.getKey();
      String text = each.getValue();
      assertThat(encoding(provider, text.getBytes(StandardCharsets.UTF_8)))
          .isEqualTo(TextEncoding.of(StandardCharsets.UTF_8, Basis.DETECTED));
      assertThat(encoding(provider, ("\ufeff" + text).getBytes(StandardCharsets.UTF_8)))
          .isEqualTo(TextEncoding.of(StandardCharsets.UTF_8, Basis.MARK));
      assertThat(encoding(provider, ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE)))
          .isEqualTo(TextEncoding.of(StandardCharsets.UTF_16LE, Basis.MARK));
      assertThat(encoding(provider, text.getBytes(StandardCharsets.UTF_16BE)))
          .isEqualTo(TextEncoding.of(StandardCharsets.UTF_16BE, Basis.DETECTED));
      assertThat(encoding(provider, text.getBytes(WINDOWS)))
          .isEqualTo(TextEncoding.of(WINDOWS, Basis.ASSUMED));
    }
  }

  @Test
  void isDeclaredByXml() throws IOException {
    String text = "<?xml version='1.0' encoding='ISO-8859-1'?><a>Grüße</a>";
    assertThat(encoding(new XmlParserProvider(), text.getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo(TextEncoding.of(StandardCharsets.ISO_8859_1, Basis.DECLARED));
  }

  @Test
  void isFoundInOneReadingOfTextThatIsUtf8() throws IOException {
    Opened source = new Opened(DocumentSource.of("Grüße an alle".getBytes(StandardCharsets.UTF_8)));
    assertThat(Decoding.open(source)).isInstanceOf(Decoding.Opened.Stream.class);
    assertThat(source.times.get()).as("its head and all of it").isEqualTo(2);
  }

  private static TextEncoding encoding(ParserProvider provider, byte[] bytes) throws IOException {
    Recording recording = new Recording();
    provider
        .open(StageConfig.none())
        .parse(DocumentSource.of(bytes), MediaType.TEXT, ParseLimits.DEFAULT, recording);
    List<Block> blocks = recording.blocks();
    return ((Block.Encoded) blocks.getFirst()).encoding();
  }

  /** Counts how often a source is read. */
  private record Opened(DocumentSource source, AtomicInteger times) implements DocumentSource {
    Opened(DocumentSource source) {
      this(source, new AtomicInteger());
    }

    @Override
    public InputStream stream() throws IOException {
      times.incrementAndGet();
      return source.stream();
    }

    @Override
    public SeekableByteChannel channel() throws IOException {
      return source.channel();
    }

    @Override
    public long size() {
      return source.size();
    }
  }
}
