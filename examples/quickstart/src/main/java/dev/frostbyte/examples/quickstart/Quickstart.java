package dev.frostbyte.examples.quickstart;

import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.tenant.Caller;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.Pipeline;
import dev.frostbyte.core.TenantSession;
import dev.frostbyte.embedded.EmbeddedPipeline;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogManager;

/**
 * The main job, start to end: two tenants hand in their documents, search them, cannot see each
 * other, one erases a document, and both audit logs verify. Every promise is checked as it is
 * shown; a broken one ends the program with 1.
 */
public final class Quickstart {
  private static final TenantId BANK = TenantId.of("northwind");
  private static final TenantId CLINIC = TenantId.of("cedarclinic");
  private static final Caller DANA = new Caller("dana@vendor.example", "quickstart");
  private static final String MARKER = "quartzmoor";

  private final Folders folders;
  private final Narration narration;
  private final Intake intake;
  private final List<URI> reports = new ArrayList<>();

  private Quickstart(Folders folders, Narration narration) {
    this.folders = folders;
    this.narration = narration;
    this.intake = new Intake(folders, narration);
  }

  /** Runs the quickstart; takes no arguments. */
  public static void main(String[] arguments) throws IOException {
    LogManager.getLogManager().reset();
    Instant start = Instant.now();
    Narration narration = Narration.onStandardOutput();
    new Quickstart(Folders.fresh(), narration).run();
    System.exit(narration.end(Duration.between(start, Instant.now())));
  }

  private void run() throws IOException {
    try (Pipeline pipeline = EmbeddedPipeline.open(folders.home(), folders.keyFile())) {
      pipeline.createTenant(BANK, DANA);
      pipeline.createTenant(CLINIC, DANA);
      try (TenantSession bank = pipeline.open(BANK, DANA);
          TenantSession clinic = pipeline.open(CLINIC, DANA)) {
        tell(bank, clinic);
      }
    }
    narration.chapter("7. For people");
    narration.line("Acceptance reports for a browser:");
    reports.forEach(report -> narration.line("  " + report));
  }

  private void tell(TenantSession bank, TenantSession clinic) throws IOException {
    narration.chapter("1. Intake: " + BANK + " hands in 12 files");
    Intake.Taken banks = intake.take(bank, "northwind-bank", "report-northwind.html");
    banks.expectStoredBut(1);
    banks.expect("audit-findings-locked.pdf", "rejected");

    narration.chapter("2. Intake: " + CLINIC + " hands in 12 files");
    Intake.Taken clinics = intake.take(clinic, "cedar-clinic", "report-cedarclinic.html");
    clinics.expectStoredBut(2);
    clinics.expect("letter-brightvale-quotation.docx", "quarantined");
    clinics.expect("steriliser-report-truncated.pdf", "rejected");

    narration.chapter("3. Three searches, each hit with its proof");
    Searches searches = new Searches(folders, narration);
    searches.find(
        bank,
        "how many days after the invoice date must the bank pay the provider",
        "northwind-bank/agreement-data-centre.docx",
        "thirty-five (35) days");
    searches.find(
        bank,
        "why did an early-warning indicator turn amber",
        "northwind-bank/liquidity-report-q2.pdf",
        "118 basis points");
    searches.find(
        clinic,
        "vaccine fridge warmer than 12 degrees",
        "cedar-clinic/sop-vaccine-cold-chain.docx",
        "above 12 °C");

    narration.chapter("4. " + CLINIC + " finds nothing of " + BANK);
    Isolation isolation = new Isolation(narration);
    isolation.check(clinic, "liquidity coverage ratio", banks);
    isolation.check(clinic, "release of outgoing wires", banks);
    isolation.check(clinic, MARKER, banks);
    isolation.check(bank, "norovirus on the wards", clinics);

    narration.chapter("5. " + BANK + " erases a document");
    DocumentId memo = banks.document("memo-withdrawn-loan.txt");
    Backup backup = new Backup(folders, DANA);
    new Erasure(folders, narration).erase(bank, memo, MARKER, backup);

    narration.chapter("6. The audit logs");
    Evidence evidence = new Evidence(folders, narration);
    evidence.check(bank);
    evidence.check(clinic);
    reports.addAll(List.of(banks.report(), clinics.report()));
  }
}
