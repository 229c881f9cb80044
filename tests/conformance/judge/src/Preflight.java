import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.parser.PreflightParser;

/**
 * Preflight PATH...: a second opinion on each PDF (folders: all in them). PDFBox knows PDF/A-1b alone, and a sheet is
 * PDF/A-3a: what part 3 allows beyond part 1 is taken out of what it says. Prints one line a file and what is left, and
 * ends with 1 where anything was.
 */
public final class Preflight {
  /** Codes of what ISO 19005-1 forbids and ISO 19005-3 allows; of sheets: */
  private static final Set<String> ALLOWED_SINCE = Set.of(
      "1.2.9",   // embedded files: the source
      "1.4.7",   // and their names
      "1.4",     // cross-reference streams
      "2.1.6",   // colour profiles of version 4
      "2.2.1",   // transparency groups: Cairo makes each page one
      "3.1.11",  // subset fonts without a CIDSet
      "7.11.2"); // "part must be 1"

  public static void main(String[] arguments) throws Exception {
    Logger.getLogger("").setLevel(Level.OFF);
    List<Callable<String>> cases = new ArrayList<>();
    for (Path file : Verdicts.files(arguments, 0)) cases.add(() -> judge(file.toFile()));
    Verdicts.tell(cases);
  }

  private static String judge(File file) {
    TreeMap<String, Integer> faults = new TreeMap<>();
    boolean asPart3 = false;
    try {
      ValidationResult result = PreflightParser.validate(file);
      for (ValidationResult.ValidationError error : result.getErrorsList()) {
        asPart3 |= error.getErrorCode().equals("7.11.2");
        if (!ALLOWED_SINCE.contains(error.getErrorCode()))
          faults.merge(error.getErrorCode() + " " + error.getDetails(), 1, Integer::sum);
      }
    } catch (Exception fault) {
      faults.merge(fault.toString(), 1, Integer::sum);
    }
    // It stops where it cannot go on; the part is what it looks at last.
    if (!asPart3 && faults.isEmpty()) faults.put("the metadata were not reached", 1);
    if (faults.isEmpty()) return "pass " + file;
    StringBuilder text = new StringBuilder("FAIL ").append(file);
    faults.forEach((fault, times) -> text.append("\n  ").append(fault).append(" x").append(times));
    return text.toString();
  }
}
