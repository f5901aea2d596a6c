package dev.frostbyte.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.audit.TimeStamped;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The part of {@link AuditLogContract} about time stamps (RFC 3161), by a service that shares
 * nothing with the log. One thread.
 */
abstract class AuditTimeStampContract extends AuditWitnessContract {
  private static final String TIME = "20260301090000Z";
  private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

  private final StampingService service = StampingService.named("Stamps");

  @Test
  void aRequestIsOverTheSignedTextAndNeverTheSameTwice() throws IOException {
    try (OpenedLog opened = open()) {
      opened.appendUpTo(2);
      byte[] text =
          SignedNote.of(opened.log().seal().note()).text().getBytes(StandardCharsets.UTF_8);
      byte[] one = opened.log().timeStampRequest();
      byte[] other = opened.log().timeStampRequest();
      assertThat(StampingService.isAskedFor(one, text)).isTrue();
      assertThat(StampingService.isAskedFor(other, text)).isTrue();
      assertThat(one).isNotEqualTo(other);
    }
  }

  @Test
  void aStampIsKeptDurably() throws IOException {
    byte[] response;
    try (OpenedLog opened = open()) {
      opened.appendUpTo(2);
      Checkpoint sealed = opened.log().seal();
      byte[] request = opened.log().timeStampRequest();
      response = service.answer(request, TIME);
      assertThat(stamped(opened, request, response)).isEqualTo(new TimeStamped(2, NOW));
      assertThat(opened.log().seal()).isEqualTo(sealed);
    }
    try (OpenedLog again = open(disk.withDurableOnly())) {
      assertThat(again.log().verify().breaks()).isEmpty();
      assertThat(exports(again, response)).isTrue();
    }
  }

  @Test
  void aStampThatComesAfterNewerCheckpointsCountsForItsOwn() throws IOException {
    try (OpenedLog opened = open()) {
      opened.appendUpTo(2);
      opened.log().seal();
      byte[] request = opened.log().timeStampRequest();
      opened.append(2);
      opened.log().seal();
      assertThat(stamped(opened, request, service.answer(request, TIME)).size()).isEqualTo(2);
      assertThat(opened.log().verify().breaks()).isEmpty();
    }
  }

  @Test
  void whatIsNotOverTheRequestIsRefused() throws IOException {
    try (OpenedLog opened = open()) {
      opened.append(0);
      opened.log().seal();
      byte[] request = opened.log().timeStampRequest();
      byte[] another = opened.log().timeStampRequest();
      refuses(opened, request, service.answer(another, TIME));
      byte[] foreign = foreign(request);
      refuses(opened, foreign, service.answer(foreign, TIME));
    }
  }

  @Test
  void whatWasNotGrantedOrIsNoAnswerIsRefused() throws IOException {
    try (OpenedLog opened = open()) {
      opened.append(0);
      opened.log().seal();
      byte[] request = opened.log().timeStampRequest();
      byte[] right = service.answer(request, TIME);
      refuses(opened, request, service.rejection(request, TIME));
      refuses(opened, request, Arrays.copyOf(right, right.length - 1));
      refuses(opened, request, NONE);
      byte[] turned = right.clone();
      turned[turned.length - 1] ^= 1;
      refuses(opened, request, turned);
      assertThat(exports(opened, turned)).isFalse();
    }
  }

  @Test
  void aServiceThatIsNotTrustedOrNotForStampsIsRefused() throws IOException {
    StampingService stranger = StampingService.named("Stamps");
    StampingService mail = StampingService.forMail("Stamps");
    try (OpenedLog opened = open()) {
      opened.append(0);
      opened.log().seal();
      byte[] request = opened.log().timeStampRequest();
      refuses(opened, request, stranger.answer(request, TIME));
      refuses(opened, request, service.answer(request, "20500301090000Z"));
      List<byte[]> forMail = List.of(mail.certificate());
      refuses(opened, request, mail.answer(request, TIME), forMail);
      refuses(opened, request, service.answer(request, TIME), List.of());
    }
  }

  /** The same request over other bytes. */
  private static byte[] foreign(byte[] request) {
    List<byte[]> parts = Der.parts(request);
    byte[] imprint = parts.get(1);
    imprint[imprint.length - 1] ^= 1;
    return Der.sequence(parts.toArray(byte[][]::new));
  }

  private TimeStamped stamped(OpenedLog opened, byte[] request, byte[] response)
      throws IOException {
    return opened.log().stamped(request, response, List.of(service.certificate()));
  }

  private void refuses(OpenedLog opened, byte[] request, byte[] response) {
    refuses(opened, request, response, List.of(service.certificate()));
  }

  private static void refuses(
      OpenedLog opened, byte[] request, byte[] response, List<byte[]> trusted) {
    assertThatExceptionOfType(FrostbyteException.class)
        .isThrownBy(() -> opened.log().stamped(request, response, trusted))
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.EVIDENCE_REFUSED));
  }

  /** Whether a file of an export holds exactly these bytes. */
  private boolean exports(OpenedLog opened, byte[] response) throws IOException {
    Path export = Files.createTempDirectory(folder, "stamped").resolve("export");
    opened.log().export(export);
    try (Stream<Path> files = Files.walk(export)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Arrays.equals(Files.readAllBytes(file), response)) {
          return true;
        }
      }
    }
    return false;
  }
}
