package dev.frostbyte.core.intake;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.core.BatchFile;
import dev.frostbyte.core.document.FormatNames;
import dev.frostbyte.core.document.KnownFormat;
import dev.frostbyte.core.plugin.Stages;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides whether a file's type is taken: the structure of its bytes says what it is, the name and
 * the manifest must not contradict it. Kinds of plain text look alike, so among them the name
 * decides. Thread-safe.
 */
public final class TypeGate {
  /** Types whose bytes are text and which only a name tells apart for certain. */
  private static final Set<MediaType> TEXTS =
      KnownFormat.ALL.stream()
          .filter(KnownFormat::text)
          .map(KnownFormat::type)
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> LEFT_BEHIND = Set.of("thumbs.db", "desktop.ini", "__macosx");

  private static final Map<String, MediaType> EXTENSIONS = extensions();

  private final Stages stages;

  /** A gate over the types the pipeline has parsers for. */
  public TypeGate(Stages stages) {
    this.stages = stages;
  }

  /** The verdict on one file. */
  public Verdict check(BatchFile file, DocumentSource source) throws IOException {
    Verdict verdict = check(file.name(), source);
    return verdict instanceof Verdict.Accepted
        ? misdeclared(file, verdict.type())
            .<Verdict>map(problem -> new Verdict.Refused(verdict.type(), problem))
            .orElse(verdict)
        : verdict;
  }

  /** The verdict on a file that no manifest declares. */
  public Verdict check(UntrustedText name, DocumentSource source) throws IOException {
    String extension = extension(name.value());
    MediaType detected = stages.detector().detect(source, name);
    MediaType type = refine(detected, extension);
    return leftBehind(name)
        .or(() -> locked(detected))
        .or(() -> misnamed(type, extension))
        .or(() -> unsupported(type, extension))
        .<Verdict>map(problem -> new Verdict.Refused(type, problem))
        .orElseGet(() -> new Verdict.Accepted(type));
  }

  /** What systems and editors leave in folders; somebody who hands in a folder does not mean it. */
  private static Optional<Problem> leftBehind(UntrustedText name) {
    boolean left =
        Arrays.stream(name.value().split("[/\\\\]"))
            .anyMatch(
                part ->
                    part.startsWith(".")
                        || part.startsWith("~$")
                        || LEFT_BEHIND.contains(part.toLowerCase(Locale.ROOT)));
    return Optional.of(
            new Problem(
                ProblemCode.UNSUPPORTED_FORMAT,
                "This is a hidden file, or one that a system or an editor leaves in folders.",
                "Nothing needs to be done; if it is a document, rename it and submit it again."))
        .filter(problem -> left);
  }

  private static Optional<Problem> locked(MediaType detected) {
    return isLocked(detected)
        ? problem(ProblemCode.FILE_ENCRYPTED, "The document is protected by a password.")
        : Optional.empty();
  }

  private Optional<Problem> misnamed(MediaType type, String extension) {
    Optional<MediaType> named =
        Optional.ofNullable(EXTENSIONS.get(extension))
            .or(() -> Optional.ofNullable(stages.extensions().get(extension)));
    if (named.isEmpty() || agree(named.get(), type)) {
      return Optional.empty();
    }
    String message =
        "The name ends in ." + extension + ", but the content is " + FormatNames.name(type) + ".";
    return type.equals(MediaType.UNKNOWN)
        ? Optional.of(
            new Problem(ProblemCode.TYPE_MISMATCH, message, ProblemCode.FILE_CORRUPTED.remedy()))
        : problem(ProblemCode.TYPE_MISMATCH, message);
  }

  private Optional<Problem> unsupported(MediaType type, String extension) {
    String taken = "; taken are " + FormatNames.names(stages.routes().types()) + ".";
    if (!stages.routes().types().contains(type)) {
      return problem(
          ProblemCode.UNSUPPORTED_FORMAT, "The content is " + FormatNames.name(type) + taken);
    }
    return isUnknownText(type, extension)
        ? problem(
            ProblemCode.UNSUPPORTED_FORMAT,
            "The content is text, but files that end in ." + extension + " are not taken" + taken)
        : Optional.empty();
  }

  private static Optional<Problem> misdeclared(BatchFile file, MediaType type) {
    return file.claimed()
        .filter(claim -> !agree(claim.type(), type))
        .map(
            claim ->
                Problem.of(
                    ProblemCode.TYPE_MISMATCH,
                    "The manifest says "
                        + claim.type()
                        + ", the content is "
                        + FormatNames.name(type)
                        + "."));
  }

  /** A type that only a plugin knows, told by the extension; or the kind of text the name says. */
  private MediaType refine(MediaType detected, String extension) {
    boolean open = detected.equals(MediaType.UNKNOWN) || TEXTS.contains(detected);
    MediaType byPlugin = stages.extensions().get(extension);
    return open && byPlugin != null ? byPlugin : detected;
  }

  private boolean isUnknownText(MediaType type, String extension) {
    boolean known =
        extension.isEmpty()
            || EXTENSIONS.containsKey(extension)
            || stages.extensions().containsKey(extension);
    return TEXTS.contains(type) && !known;
  }

  private static boolean agree(MediaType said, MediaType found) {
    return said.equals(found) || (TEXTS.contains(said) && TEXTS.contains(found));
  }

  /** Password-protected Office documents are OLE2 containers of their own type. */
  private static boolean isLocked(MediaType detected) {
    return detected.value().equals("application/x-ooxml-protected");
  }

  private static Optional<Problem> problem(ProblemCode code, String message) {
    return Optional.of(Problem.of(code, message));
  }

  private static Map<String, MediaType> extensions() {
    Map<String, MediaType> all = new HashMap<>();
    for (KnownFormat format : KnownFormat.ALL) {
      format.extensions().forEach(extension -> all.put(extension, format.type()));
    }
    return Map.copyOf(all);
  }

  /** Lower case, at most ten characters of a to z and 0 to 9; otherwise empty. */
  private static String extension(String name) {
    int dot = name.lastIndexOf('.');
    String extension = name.substring(dot + 1).toLowerCase(Locale.ROOT);
    return dot >= 0 && extension.matches("[a-z0-9]{1,10}") ? extension : "";
  }

  /** Whether a file's type is taken. */
  public sealed interface Verdict {
    /** What the bytes are. */
    MediaType type();

    /** Taken. */
    record Accepted(MediaType type) implements Verdict {}

    /** Not taken. */
    record Refused(MediaType type, Problem problem) implements Verdict {}
  }
}
