package dev.frostbyte.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.audit.TreeHead;
import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.core.keys.FileKeyProvider;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The heads kept are those of the log, whatever happens to the file; it only saves reading. */
final class BoundHeadsTest {
  private static final int MANY = 1_500;

  private final Path folder;
  private final List<AuditEntry> entries = new ArrayList<>();
  private final List<Long> readFrom = new ArrayList<>();
  private final FileKeyProvider keys;
  private final DurableDirectory files;
  private final BoundHeadsFile file;

  BoundHeadsTest(@TempDir Path folder) throws IOException {
    this.folder = folder.resolve("registry");
    this.keys = FileKeyProvider.open(folder.resolve("k"));
    this.files = DurableDirectory.at(this.folder);
    this.file = new BoundHeadsFile(files, new Registry(new Home(folder), keys));
  }

  @BeforeEach
  void aLogWithHeadsOfTwoTenants() {
    append(MANY);
  }

  @AfterEach
  void closeKeys() {
    keys.close();
  }

  @Test
  void goesOnWhereItWasKeptAndHoldsEveryHead() throws IOException {
    holdsEveryHead();
    append(30);
    holdsEveryHead();
    append(MANY);
    holdsEveryHead();
    append(1);
    holdsEveryHead();
    assertThat(readFrom).containsExactly(0L, 1_500L, 1_500L, 3_030L);
  }

  @Test
  void fewEntriesAreReadAgainRatherThanKept() throws IOException {
    entries.subList(999, entries.size()).clear();
    holdsEveryHead();
    assertThat(kept()).doesNotExist();
    append(1);
    holdsEveryHead();
    assertThat(kept()).exists();
  }

  @Test
  void anOlderOnePutBackOnlyMakesItReadMore() throws IOException {
    holdsEveryHead();
    byte[] older = Files.readAllBytes(kept());
    append(MANY);
    holdsEveryHead();
    Files.write(kept(), older);
    holdsEveryHead();
    assertThat(readFrom).containsExactly(0L, 1_500L, 1_500L);
  }

  @Test
  void aChangedOneIsMadeAnew() throws IOException {
    holdsEveryHead();
    byte[] right = Files.readAllBytes(kept());
    for (int at : new int[] {0, 20, right.length / 2, right.length - 1}) {
      byte[] changed = right.clone();
      changed[at] ^= 1;
      Files.write(kept(), changed);
      holdsEveryHead();
      assertThat(readFrom.getLast()).isZero();
    }
    Files.write(kept(), new byte[0]);
    holdsEveryHead();
  }

  @Test
  void aLogThatWasCutBackIsFoundOut() throws IOException {
    holdsEveryHead();
    entries.removeLast();
    assertThatExceptionOfType(FrostbyteException.class)
        .isThrownBy(this::read)
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.INTEGRITY_BROKEN));
  }

  private void holdsEveryHead() throws IOException {
    BoundHeads read = read();
    for (String space : List.of("t-0", "t-1", "t-2")) {
      assertThat(read.of(space))
          .isEqualTo(
              entries.stream()
                  .filter(entry -> entry.event().type() == EventType.LOG_SEALED)
                  .filter(entry -> entry.event().subject().equals(space))
                  .map(entry -> head(entry.receipt().index()))
                  .toList());
    }
  }

  private BoundHeads read() throws IOException {
    BoundHeads heads = file.read();
    file.catchUp(heads, log());
    return heads;
  }

  private Path kept() {
    return folder.resolve("bound-heads");
  }

  /** Every third entry is of another kind. */
  private void append(int count) {
    for (int more = 0; more < count; more++) {
      long index = entries.size();
      EventType type = index % 3 == 2 ? EventType.KEY_USED : EventType.LOG_SEALED;
      AuditEvent event =
          AuditEvent.of(
              new UUID(7, index),
              type,
              Instant.EPOCH,
              "system",
              "t-" + index % 2,
              BoundHeads.facts(head(index)));
      entries.add(new AuditEntry(new AuditReceipt("x", index, hash(index)), event, new byte[0]));
    }
  }

  private static TreeHead head(long index) {
    return new TreeHead(index, hash(index));
  }

  private static ContentHash hash(long index) {
    return ContentHash.of(new byte[] {(byte) index, (byte) (index >> 8)});
  }

  private AuditLog log() {
    return (AuditLog)
        Proxy.newProxyInstance(
            AuditLog.class.getClassLoader(),
            new Class<?>[] {AuditLog.class},
            (proxy, method, given) ->
                switch (method.getName()) {
                  case "size" -> (long) entries.size();
                  case "replay" -> replay((Long) given[0], (AuditLog.Visitor) given[1]);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private Object replay(long from, AuditLog.Visitor visitor) throws IOException {
    readFrom.add(from);
    for (AuditEntry entry : entries.subList((int) from, entries.size())) {
      visitor.accept(entry);
    }
    return "nothing";
  }
}
