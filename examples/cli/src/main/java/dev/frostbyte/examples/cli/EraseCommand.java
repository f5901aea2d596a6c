package dev.frostbyte.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.core.ErasureReceipt;
import dev.frostbyte.core.TenantSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Erases a document for good. */
@Command(
    name = "erase",
    header = "Erases a document: destroys its keys, then removes its bytes from every store.",
    description =
        "What came in only as an attachment of it is erased with it. There is no way back.",
    footer = "Example:  frostbyte erase acme doc_0123456789abcdef0123456789abcdef")
final class EraseCommand extends TenantTask {
  @Parameters(
      index = "1",
      paramLabel = "DOCUMENT",
      description = "Id of the document, doc_ and 32 hexadecimal digits.")
  private @Nullable DocumentId document;

  @Override
  ExitCode run(TenantSession session, Frostbyte frostbyte) {
    ErasureReceipt receipt = session.erase(given(document));
    frostbyte.answer(json(receipt), text(receipt));
    return ExitCode.DONE;
  }

  private static ObjectNode json(ErasureReceipt receipt) {
    ObjectNode object =
        Json.object().put("document", receipt.document().value()).put("outcome", "erased");
    object.set("key_destroyed", Json.receipt(receipt.keyDestroyed()));
    object.set("physically_removed", Json.receipt(receipt.physicallyRemoved()));
    ArrayNode along = object.putArray("attachments_erased");
    receipt.attachments().forEach(erased -> along.add(json(erased)));
    ArrayNode staying = object.putArray("attachments_staying");
    receipt.staying().forEach(document -> staying.add(document.value()));
    receipt.remains().forEach(object.putArray("remains")::add);
    return object;
  }

  private static ObjectNode json(ErasureReceipt.Erased erased) {
    ObjectNode object = Json.object().put("document", erased.document().value());
    object.set("key_destroyed", Json.receipt(erased.keyDestroyed()));
    return object.set("physically_removed", Json.receipt(erased.physicallyRemoved()));
  }

  private static String text(ErasureReceipt receipt) {
    StringBuilder out = new StringBuilder("Document " + receipt.document() + " erased.");
    out.append("\nKeys destroyed:      entry ").append(receipt.keyDestroyed().index());
    out.append("\nPhysically removed:  entry ").append(receipt.physicallyRemoved().index());
    out.append(" of ").append(receipt.physicallyRemoved().origin());
    receipt
        .attachments()
        .forEach(along -> out.append("\nErased with it:      ").append(along.document()));
    receipt
        .staying()
        .forEach(
            document ->
                out.append("\nStays:               ")
                    .append(document)
                    .append(", which lay in it and came otherwise too"));
    receipt.remains().forEach(what -> out.append("\nNot reached:         ").append(what));
    return out.toString();
  }
}
