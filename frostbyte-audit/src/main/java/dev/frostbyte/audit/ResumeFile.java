package dev.frostbyte.audit;

import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.audit.TreeHead;
import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.file.DurableFile;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.audit.Frame.Kind;
import dev.frostbyte.audit.SignedRoot.Trust;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The derived file {@code resume} beside a journal: a {@link Resume} and the base64 of the newest
 * key's Ed25519 signature over it. Never forced. It is believed only when it is signed, its root is
 * the one that was kept elsewhere, and the journal ends there with that very root, that link and
 * the mark of having been closed; otherwise the journal is read from its beginning. One thread.
 */
final class ResumeFile {
  private static final String NAME = "resume";
  private static final int MOST_BYTES = 1 << 20;

  private final DurableDirectory files;
  private final Segments segments;
  private final String origin;
  private final KeyChain chain;

  ResumeFile(DurableDirectory files, Segments segments, String origin, KeyChain chain) {
    this.files = files;
    this.segments = segments;
    this.origin = origin;
    this.chain = chain;
  }

  /** Number of the key that signs it. */
  int generation() {
    return chain.newest();
  }

  /** Replaces it; a crash meanwhile leaves one that is not believed. */
  void write(Resume resume) throws IOException {
    String statement = resume.statement();
    byte[] signature = chain.current().log().sign(statement.getBytes(StandardCharsets.UTF_8));
    String text = statement + StrictBase64.encode(signature) + "\n";
    files.delete(NAME);
    try (DurableFile file = files.create(NAME)) {
      file.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    }
  }

  /**
   * Goes on where the log was closed.
   *
   * @param kept the root that was kept elsewhere
   * @return empty when the journal must be read
   */
  Optional<Recovered> recovered(TreeHead kept) throws IOException {
    Optional<Resume> resume = files.exists(NAME) ? read() : Optional.empty();
    if (resume.isEmpty() || !TreeHead.of(resume.get().newest()).equals(kept)) {
      return Optional.empty();
    }
    try {
      return recovered(resume.get());
    } catch (BrokenLog damaged) {
      return Optional.empty();
    }
  }

  private Optional<Resume> read() throws IOException {
    String text = new String(files.read(NAME, MOST_BYTES), StandardCharsets.UTF_8);
    int end = text.lastIndexOf('\n', text.length() - 2) + 1;
    String statement = text.substring(0, end);
    boolean signed =
        text.endsWith("\n")
            && StrictBase64.decode(text.substring(end, text.length() - 1))
                .filter(line -> verifies(statement, line))
                .isPresent();
    return signed
        ? Resume.read(statement).filter(resume -> resume.newest().origin().equals(origin))
        : Optional.empty();
  }

  private boolean verifies(String statement, byte[] signature) {
    VerifierKey newest = chain.current().verifier();
    return newest.verifies(statement.getBytes(StandardCharsets.UTF_8), signature);
  }

  private Optional<Recovered> recovered(Resume resume) throws IOException, BrokenLog {
    Checkpoint root = resume.newest();
    CompactRange tree = CompactRange.of(root.size(), resume.subtrees());
    KeysInForce keys = KeysInForce.resumed(origin, chain.keys(), resume.keysFrom());
    SignedRoot note = SignedRoot.parse(resume.note()).orElseThrow();
    boolean sound =
        ContentHash.ofDigest(tree.root()).equals(root.root())
            && note.trust(keys.key(root.size())) == Trust.VERIFIED
            && segments.count() == resume.sequence() + 1;
    return sound ? recovered(resume, new Roots(origin, keys, tree, note)) : Optional.empty();
  }

  private Optional<Recovered> recovered(Resume resume, Roots roots) throws IOException, BrokenLog {
    try (SegmentReader reader = segments.read(resume.sequence())) {
      return endsThere(reader, resume)
          ? Optional.of(recovered(resume, roots, reader.header()))
          : Optional.empty();
    }
  }

  private Recovered recovered(Resume resume, Roots roots, SegmentHeader header) throws IOException {
    Chain links = Chain.from(resume.link());
    return new Recovered(
        header,
        segments.open(resume.sequence()),
        resume.position(),
        links,
        resume.firstIndexes(),
        roots);
  }

  private boolean endsThere(SegmentReader reader, Resume resume) throws IOException {
    SegmentHeader header = reader.header();
    boolean same =
        Arrays.equals(header.origin(), new Sha256().of(origin))
            && header.sequence() == resume.sequence()
            && header.firstIndex() == resume.firstIndexes().getLast()
            && ClosingMark.read(reader) == resume.position()
            && resume.rootPosition() >= SegmentHeader.FRAMES
            && stands(reader, resume.rootPosition(), Kind.ROOT, resume, resume.note())
            && stands(reader, resume.position() - Frame.LINK, Kind.LINK, resume, resume.link());
    return same && reader.leftoverFrom(resume.position()).isEmpty();
  }

  private static boolean stands(
      SegmentReader reader, int position, Kind kind, Resume resume, byte[] content)
      throws IOException {
    return reader
        .frameAt(position)
        .filter(frame -> frame.kind() == kind && frame.index() == resume.newest().size())
        .filter(frame -> Arrays.equals(frame.content(), content))
        .isPresent();
  }
}
