package dev.frostbyte.embedded;

import dev.frostbyte.api.audit.AuditProvider;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.KeyProvider;
import dev.frostbyte.core.Pipeline;
import dev.frostbyte.core.PipelineBuilder;
import dev.frostbyte.core.PipelineDefaults;
import dev.frostbyte.core.keys.FileKeyProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Opens pipelines with the default plugins: everything on this machine, nothing to configure.
 *
 * <p>Master keys lie in one file of the user, outside the home, so that a copy of the home alone
 * opens nothing. The same file serves every home of that user. Immutable; thread-safe.
 */
public final class EmbeddedPipeline implements PipelineDefaults {
  /** Does nothing. */
  public EmbeddedPipeline() {}

  /**
   * Opens a pipeline with the key file of {@link #keyFile()}; the caller closes it.
   *
   * @throws FrostbyteException {@code STORAGE_FAILED} when home or key file cannot be used, {@code
   *     INTEGRITY_BROKEN} when they do not belong together
   */
  @Override
  public Pipeline open(Path home) {
    return open(home, keyFile());
  }

  /**
   * Opens a pipeline with a key file of one's own; the caller closes it.
   *
   * @param home folder of everything the pipeline keeps; made when absent
   * @param keyFile made, with its folder, when absent; keep it apart from backups of the home
   * @throws FrostbyteException as {@link #open(Path)}; {@code INVALID_ARGUMENT} when the key file
   *     would lie inside the home
   */
  public static Pipeline open(Path home, Path keyFile) {
    return builder(home, keyFile).build();
  }

  /**
   * The same choice of plugins, to be changed before it is built: another host, chunker, embedding,
   * store or index takes the place of the one chosen, an inspector that of its name. What the
   * builder was given is closed with the pipeline.
   */
  public static PipelineBuilder builder(Path home, Path keyFile) {
    Path root = home.toAbsolutePath().normalize();
    if (keyFile.toAbsolutePath().normalize().startsWith(root)) {
      throw FrostbyteException.of(
          ProblemCode.INVALID_ARGUMENT,
          "The key file would lie inside the home; a copy of the home would then open itself.");
    }
    try {
      return plugins(root, FileKeyProvider.open(keyFile));
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /**
   * Whether a folder is a home: one that a pipeline was opened on. Makes nothing, so that whoever
   * takes the name of a home from a person can refuse one that is mistyped.
   */
  public static boolean isHome(Path folder) {
    return Deployment.isAt(folder);
  }

  /**
   * The C2SP verifier key that checks the signatures of a home's audit logs; not secret. Hand it to
   * whoever verifies on another way than the evidence.
   *
   * @throws FrostbyteException as {@link #open(Path)}
   */
  public static String verifierKey(Path home, Path keyFile) {
    try (KeyProvider keys = FileKeyProvider.open(keyFile);
        AuditProvider audit = Deployment.open(home.toAbsolutePath().normalize(), keys)) {
      return audit.verifierKey();
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /**
   * Every C2SP verifier key of a home's audit logs, oldest first: verifiers pin the first, the last
   * one signs now.
   *
   * @throws FrostbyteException as {@link #open(Path)}
   */
  public static List<String> verifierKeys(Path home, Path keyFile) {
    try (KeyProvider keys = FileKeyProvider.open(keyFile);
        AuditProvider audit = Deployment.open(home.toAbsolutePath().normalize(), keys)) {
      return audit.verifierKeys();
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /**
   * Makes a new signing key for a home's audit logs, signed by the current one. Each log is handed
   * over when it is opened next.
   *
   * @throws FrostbyteException as {@link #open(Path)}
   */
  public static void rotateSigningKey(Path home, Path keyFile) {
    try (KeyProvider keys = FileKeyProvider.open(keyFile)) {
      Deployment.rotate(home.toAbsolutePath().normalize(), keys);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /**
   * The key file used when none is named: system property {@code frostbyte.keyFile}, or else {@code
   * frostbyte/frostbyte.keys} in the user's configuration folder.
   */
  public static Path keyFile() {
    return KeyFileChoice.ofThisUser().path();
  }

  private static PipelineBuilder plugins(Path home, KeyProvider keys) throws IOException {
    return Pipeline.builder(keys, Deployment.open(home, keys), home)
        .detector("structure")
        .host("process", Map.of())
        .everyParser()
        .inspector("injection")
        .inspector("invisible")
        .inspector("hidden")
        .inspector("pii")
        .inspector("class")
        .chunker("by-title")
        .embedding("onnx")
        .objects("files")
        .store("h2")
        .index("lucene")
        .asDefaults();
  }

  private static FrostbyteException unusable(IOException e) {
    return new FrostbyteException(
        Problem.of(ProblemCode.STORAGE_FAILED, "The home or the key file cannot be used."), e);
  }
}
