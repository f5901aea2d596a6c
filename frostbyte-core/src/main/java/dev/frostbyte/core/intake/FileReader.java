package dev.frostbyte.core.intake;

import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.core.BatchFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Reads a file once: hashes it, keeps its bytes for the parser (those of a large file sealed in the
 * temp folder) and passes them on to be sealed. A file over the limit is read to its end for its
 * hash, but neither kept nor passed on any further. One thread; closing it lets go of the bytes.
 */
public final class FileReader implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final Problem NOT_PLAIN =
      new Problem(
          ProblemCode.FILE_UNREADABLE,
          "This is a link, a pipe or a device, not a plain file.",
          "Submit the file itself that it stands for.");

  private final long maxBytes;
  private final Opener opener;
  private final MessageDigest digest = ContentHash.digest();
  private final Spool spool = new Spool();
  private long size;

  /** A reader that takes files up to this size. */
  public FileReader(long maxBytes) {
    this(maxBytes, path -> Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS));
  }

  /** A reader of files that are opened in another way. */
  FileReader(long maxBytes, Opener opener) {
    this.maxBytes = maxBytes;
    this.opener = opener;
  }

  /** Opens a plain file. */
  @FunctionalInterface
  interface Opener {
    InputStream open(Path path) throws IOException;
  }

  /**
   * Reads the file and checks it against its claim.
   *
   * @param sealing takes the bytes as they are read
   * @throws IOException when the sink fails; a file that cannot be read is an {@link
   *     Arrival.Refused}
   */
  public Arrival read(BatchFile file, OutputStream sealing) throws IOException {
    Optional<Problem> failure = copy(file, sealing);
    boolean whole = size > 0 && failure.isEmpty();
    ContentHash hash =
        whole
            ? ContentHash.ofDigest(digest.digest())
            : claimedOr(file, ContentHash.of(new byte[0]));
    Optional<Problem> problem = failure.isPresent() ? failure : check(file, hash);
    return problem.isPresent()
        ? new Arrival.Refused(problem.get(), hash, size)
        : new Arrival.Whole(spool.source(), hash);
  }

  @Override
  public void close() {
    spool.close();
  }

  private Optional<Problem> copy(BatchFile file, OutputStream sealing) throws IOException {
    try (InputStream in = open(file.path())) {
      byte[] buffer = new byte[BUFFER];
      for (int read = readFrom(in, buffer); read >= 0; read = readFrom(in, buffer)) {
        take(buffer, read, sealing);
      }
      return Optional.empty();
    } catch (NoSuchFileException e) {
      return refused(ProblemCode.FILE_MISSING, "The file is not there.");
    } catch (UnreadableException e) {
      return Optional.of(e.problem);
    }
  }

  /** Opens plain files only: a pipe may never answer, a device may never end. */
  private InputStream open(Path path) throws NoSuchFileException, UnreadableException {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (attributes.isRegularFile()) {
        return opener.open(path);
      }
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException e) {
      throw new UnreadableException(e);
    }
    throw new UnreadableException(NOT_PLAIN);
  }

  /** Tells a failure of the source from a failure of the sink. */
  private static int readFrom(InputStream in, byte[] buffer) throws UnreadableException {
    try {
      return in.read(buffer);
    } catch (IOException e) {
      throw new UnreadableException(e);
    }
  }

  private void take(byte[] buffer, int length, OutputStream sealing) throws IOException {
    digest.update(buffer, 0, length);
    size += length;
    if (size <= maxBytes) {
      spool.write(buffer, length);
      sealing.write(buffer, 0, length);
    } else {
      spool.drop();
    }
  }

  private Optional<Problem> check(BatchFile file, ContentHash hash) {
    if (size == 0) {
      return refused(ProblemCode.FILE_EMPTY, "The file has no content.");
    }
    if (size > maxBytes) {
      return refused(
          ProblemCode.SIZE_EXCEEDED,
          "The file has " + size + " bytes; at most " + maxBytes + " are taken.");
    }
    return file.claimed().flatMap(claim -> checkClaim(claim, hash));
  }

  private Optional<Problem> checkClaim(BatchFile.Claim claim, ContentHash hash) {
    if (!claim.sha256().equals(hash)) {
      return refused(
          ProblemCode.CHECKSUM_MISMATCH, "The SHA-256 of the bytes is not that of the manifest.");
    }
    if (claim.size() != size) {
      return refused(
          ProblemCode.CHECKSUM_MISMATCH,
          "The file has " + size + " bytes, the manifest says " + claim.size() + ".");
    }
    return Optional.empty();
  }

  private static ContentHash claimedOr(BatchFile file, ContentHash none) {
    return file.claimed().map(BatchFile.Claim::sha256).orElse(none);
  }

  private static Optional<Problem> refused(ProblemCode code, String message) {
    return Optional.of(Problem.of(code, message));
  }

  /** The source failed. */
  private static final class UnreadableException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    UnreadableException(Problem problem) {
      super(problem.message());
      this.problem = problem;
    }

    UnreadableException(IOException cause) {
      this(
          Problem.of(
              ProblemCode.FILE_UNREADABLE,
              cause instanceof AccessDeniedException
                  ? "The permission to read the file is missing."
                  : "The file cannot be read" + kind(cause) + "."));
    }

    /** A plain {@link IOException} says nothing; its kinds do. */
    private static String kind(IOException cause) {
      return cause.getClass() == IOException.class
          ? ""
          : " (" + cause.getClass().getSimpleName() + ")";
    }
  }
}
