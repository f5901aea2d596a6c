package dev.frostbyte.parsers.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.StageConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtectedTest {
  private static final String SECRET = "pass-w\u00f6rd one";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {40, 128, 256})
  void opensADocumentWithTheSecondPasswordOfTheFile(int bits) throws IOException {
    List<Block> blocks = new ArrayList<>();
    ParseResult result = parse("another\r\n" + SECRET + "\n", locked(bits), blocks);
    assertThat(result).isInstanceOf(ParseResult.Complete.class);
    assertThat(Pdf.seen(blocks)).contains("Behind the lock");
  }

  @Test
  void refusesADocumentThatNoPasswordFits() throws IOException {
    ParseResult result = parse("another\n", locked(128), new ArrayList<>());
    assertThat(result)
        .isInstanceOfSatisfying(
            ParseResult.Refused.class,
            it -> assertThat(it.problem().code()).isEqualTo(ProblemCode.FILE_ENCRYPTED));
  }

  @Test
  void tellsNoPasswordAnywhere() throws IOException {
    try (DocumentParser parser = parser(SECRET)) {
      assertThat(parser.fingerprint()).doesNotContain(SECRET);
      assertThat(Passwords.of(file(SECRET)).toString()).isEqualTo("Passwords(1)");
      assertThat(parse("another", locked(128), new ArrayList<>()).toString())
          .doesNotContain("another");
    }
  }

  @Test
  void refusesAFileOfPasswordsThatIsNotThereOrTooLong() throws IOException {
    StageConfig nowhere = StageConfig.of(Map.of("passwordFile", folder + "/none"));
    assertThatThrownBy(() -> new PdfParserProvider().open(nowhere))
        .isInstanceOf(FrostbyteException.class)
        .hasMessageContaining("passwordFile");
    assertThatThrownBy(() -> parser("a\n".repeat(101)))
        .isInstanceOf(FrostbyteException.class)
        .hasMessageContaining("101");
  }

  private ParseResult parse(String passwords, byte[] bytes, List<Block> blocks) throws IOException {
    try (DocumentParser parser = parser(passwords)) {
      return parser.parse(
          DocumentSource.of(bytes), MediaType.PDF, ParseLimits.DEFAULT, blocks::add);
    }
  }

  private DocumentParser parser(String passwords) throws IOException {
    return new PdfParserProvider().open(StageConfig.of(Map.of("passwordFile", file(passwords))));
  }

  private String file(String passwords) throws IOException {
    return Files.writeString(folder.resolve("passwords"), passwords).toString();
  }

  private static byte[] locked(int bits) {
    return Pdf.document(
        document -> {
          Pdf.draw(document, new PDPage(), page -> Pdf.text(page, 60, 700, "Behind the lock"));
          StandardProtectionPolicy policy =
              new StandardProtectionPolicy("owner", SECRET, new AccessPermission());
          policy.setEncryptionKeyLength(bits);
          document.protect(policy);
        });
  }
}
