package dev.frostbyte.parsers.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.StageConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Text of a mail that no mail program shows. */
class HiddenChannelsInMailTest {
  private static final String HEAD = "From: a@example.com\nSubject: News\nMIME-Version: 1.0\n";

  @Test
  void keepsHeadersWrittenInWords() throws IOException {
    String mail = HEAD + "X-Note: the secret line\nX-Mailer: Some Mail Program\n\nseen\n";
    assertThat(hidden(mail)).containsExactly("METADATA the secret line");
  }

  @Test
  void keepsWhatStandsBesideTheParts() throws IOException {
    String parts = "--b\nContent-Type: text/plain\n\nseen\n--b--\nbehind them\n";
    String mail = HEAD + "Content-Type: multipart/mixed; boundary=b\n\nbefore them\n" + parts;
    assertThat(hidden(mail)).singleElement().asString().contains("before them", "behind them");
  }

  @Test
  void saysNothingOfTheUsualWordsBeforeTheParts() throws IOException {
    String parts = "--b\nContent-Type: text/plain\n\nseen\n--b--\n";
    String usual = "This is a multi-part message in MIME format.\n";
    String mail = HEAD + "Content-Type: multipart/mixed; boundary=b\n\n" + usual + parts;
    assertThat(hidden(mail)).isEmpty();
  }

  @Test
  void keepsThePreheader() throws IOException {
    String page = "<div style='mso-hide:all;font-size:0;max-height:0'>teaser</div><p>seen</p>";
    String mail = HEAD + "Content-Type: text/html\n\n" + page + "\n";
    assertThat(hidden(mail)).singleElement().asString().endsWith("teaser");
    assertThat(hidden(mail)).noneMatch(line -> line.startsWith(HiddenChannel.METADATA.name()));
  }

  private static List<String> hidden(String mail) throws IOException {
    List<Block> blocks = new ArrayList<>();
    try (var parser = new MailParserProvider().open(StageConfig.none())) {
      byte[] bytes = mail.getBytes(StandardCharsets.UTF_8);
      parser.parse(DocumentSource.of(bytes), MediaType.EML, ParseLimits.DEFAULT, blocks::add);
    }
    return blocks.stream()
        .filter(Block.Hidden.class::isInstance)
        .map(Block.Hidden.class::cast)
        .filter(block -> !block.text().value().isBlank())
        .map(block -> block.channel() + " " + block.text().value())
        .toList();
  }
}
