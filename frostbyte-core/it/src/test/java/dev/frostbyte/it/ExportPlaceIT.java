package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.core.TenantSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export goes to a free place outside of the home, and the refusal names the place. */
class ExportPlaceIT {
  @TempDir private Path folder = Path.of("replaced by JUnit");

  @Test
  void refusesPlacesInTheHomeAndThoseThatHoldSomething() throws IOException {
    try (House house = House.open(folder);
        TenantSession session = house.session(House.A)) {
      Path home = house.home();
      Path link = Files.createSymbolicLink(folder.resolve("link"), home);
      refused(session, home.resolve("export"), "lies in the home");
      refused(session, home.resolve("tenants").resolve("new").resolve("export"), "in the home");
      refused(session, link.resolve("export"), "lies in the home");
      refused(session, folder.resolve("x").resolve("..").resolve("home").resolve("e"), "in the");
      refused(session, home, "is no empty folder");
      refused(session, Files.writeString(folder.resolve("file"), "x"), "is no empty folder");
      assertThat(home.resolve("export")).doesNotExist();
      Path beside = folder.resolve("home-export");
      session.exportAudit(beside);
      assertThat(beside.resolve("checkpoint")).exists();
      assertThat(session.verifyAudit().intact()).isTrue();
    }
  }

  private static void refused(TenantSession session, Path place, String why) {
    assertThatThrownBy(() -> session.exportAudit(place))
        .isInstanceOfSatisfying(
            FrostbyteException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(ProblemCode.INVALID_ARGUMENT);
              assertThat(e.problem().message()).contains(place.toString(), why);
            });
  }
}
