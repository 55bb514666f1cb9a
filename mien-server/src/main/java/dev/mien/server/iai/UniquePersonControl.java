package dev.mien.server.iai;

import dev.mien.gallery.UniquenessRule;
import dev.mien.server.protocol.ApiException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameter UniquePersonControl: how sure it must be that a person is known already. */
final class UniquePersonControl {
  /** How often a new person may be taken for a known one, for the values 1 to 4. */
  private static final List<Double> FALSE_ALARM_RATES = List.of(1e-2, 1e-3, 1e-4, 1e-5);

  private UniquePersonControl() {}

  /** The rule for a value; 0 and absence mean none. */
  static Optional<UniquenessRule> rule(@Nullable Long control) throws ApiException {
    if (control == null || control == 0) {
      return Optional.empty();
    }
    if (control > FALSE_ALARM_RATES.size()) {
      throw new ApiException(IaiError.UNIQUE_PERSON_CONTROL_ILLEGAL, 0, FALSE_ALARM_RATES.size());
    }
    return Optional.of(new UniquenessRule(FALSE_ALARM_RATES.get((int) (control - 1))));
  }
}
