package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.core.Query;
import dev.frostbyte.core.TenantSession;
import dev.frostbyte.testkit.MarkerScan;
import dev.frostbyte.testkit.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Law 2: everything of a tenant is sealed, and bound to its place and generation. */
class Law2EverythingIsSealedIT {
  private static final String OF_B = "BASALTIBEX4402";

  @TempDir private Path folder = Path.of("replaced by JUnit");

  @Test
  void noFileOfTheHomeShowsAnythingOfADocument() throws IOException {
    Path file = Samples.marked(folder.resolve("in-" + Samples.MARKER));
    try (House house = House.open(folder)) {
      try (TenantSession session = house.session(House.A)) {
        House.ingest(session, file);
        session.search(Query.of(Samples.MARKER));
        assertThat(MarkerScan.files(house.home(), Samples.MARKER)).isEmpty();
      }
      for (String secret : List.of(Samples.MARKER, "heron", Samples.IBAN, "ada@example", "alpha")) {
        assertThat(MarkerScan.files(house.home(), secret)).as(secret).isEmpty();
      }
      assertThat(MarkerScan.files(file.resolveSibling(""), Samples.MARKER)).isNotEmpty();
    }
  }

  @Test
  void noFileOfAnotherTenantOrOfAnOlderStateIsTakenForItsOwn() throws IOException {
    try (House house = House.open(folder)) {
      fill(house);
      Path tenants = house.home().resolve("tenants");
      Path older = folder.resolve("older");
      Path newer = folder.resolve("newer");
      Path ofA = spaceOf(house, older, newer);
      Path ofB = otherThan(ofA, tenants);
      List<String> accepted = new ArrayList<>();
      for (Path file : TestFolders.files(newer)) {
        Path relative = newer.relativize(file);
        tryWith(house, ofA, newer, relative, ofB.resolve(relative)).ifPresent(accepted::add);
        tryWith(house, ofA, newer, relative, older.resolve(relative)).ifPresent(accepted::add);
      }
      assertThat(accepted).isEmpty();
      restore(house, ofA, newer);
      try (TenantSession whole = house.session(House.A)) {
        assertThat(holds(whole, Samples.MARKER)).isTrue();
      }
    }
  }

  private void fill(House house) throws IOException {
    try (TenantSession b = house.session(House.B)) {
      Path file = Files.writeString(folder.resolve("b.md"), "# Note\n\nThe ibex " + OF_B + ".\n");
      House.ingest(b, file);
    }
  }

  /** Two states of tenant A: with one document, and with four. */
  private Path spaceOf(House house, Path older, Path newer) throws IOException {
    Path tenants = house.home().resolve("tenants");
    Path ofB = otherThan(folder, tenants);
    try (TenantSession a = house.session(House.A)) {
      House.ingest(a, Samples.marked(folder));
    }
    Path ofA = otherThan(ofB, tenants);
    TestFolders.copy(ofA, older);
    try (TenantSession a = house.session(House.A)) {
      House.ingest(a, Samples.texts(folder.resolve("in"), 3));
    }
    TestFolders.copy(ofA, newer);
    TestFolders.copy(house.home().resolve("anchors"), anchors());
    return ofA;
  }

  private Path anchors() {
    return folder.resolve("anchors");
  }

  private static Path otherThan(Path one, Path tenants) throws IOException {
    try (var list = Files.list(tenants)) {
      return list.filter(path -> !path.equals(one)).findFirst().orElseThrow();
    }
  }

  /** Puts a foreign file in; what went wrong when it was taken, or nothing. */
  private Optional<String> tryWith(House house, Path space, Path state, Path relative, Path foreign)
      throws IOException {
    if (!Files.exists(foreign) || Files.mismatch(foreign, state.resolve(relative)) < 0) {
      return Optional.empty();
    }
    restore(house, space, state);
    Files.copy(foreign, space.resolve(relative), StandardCopyOption.REPLACE_EXISTING);
    return fault(house)
        .map(fault -> state.getFileName() + "/" + relative + " from " + foreign + ": " + fault);
  }

  /** Opening is refused, or everything is as it was; anything else is a fault. */
  private static Optional<String> fault(House house) {
    try (TenantSession session = house.session(House.A)) {
      if (session.counts().documents() != 4) {
        return Optional.of(session.counts().toString());
      }
      boolean own = holds(session, Samples.MARKER);
      boolean foreign = holds(session, OF_B);
      return own && !foreign
          ? Optional.empty()
          : Optional.of("own " + own + ", foreign " + foreign);
    } catch (FrostbyteException e) {
      ProblemCode code = e.problem().code();
      return code == ProblemCode.INTEGRITY_BROKEN ? Optional.empty() : Optional.of(e.toString());
    }
  }

  private static boolean holds(TenantSession session, String marker) {
    return session.search(Query.of(marker)).passages().stream()
        .anyMatch(passage -> passage.text().value().contains(marker));
  }

  /** The tenant as it was, with the checkpoint that was kept of it then. */
  private void restore(House house, Path space, Path state) throws IOException {
    TestFolders.copy(anchors(), house.home().resolve("anchors"));
    for (Path file : TestFolders.files(space)) {
      Files.delete(file);
    }
    TestFolders.copy(state, space);
  }
}
