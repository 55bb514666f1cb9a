package dev.mien.server.ivld;

import com.google.auto.service.AutoService;
import dev.mien.gallery.CustomPerson;
import dev.mien.gallery.Page;
import dev.mien.gallery.PageRange;
import dev.mien.server.ivld.type.CustomPersonFilter;
import dev.mien.server.ivld.type.CustomPersonInfo;
import dev.mien.server.ivld.type.SortBy;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists custom persons that a filter lets through, by the time of their creation. */
@AutoService(Served.class)
public final class DescribeCustomPersons
    implements IvldAction<DescribeCustomPersons.Request, DescribeCustomPersons.Response> {
  private static final String CREATE_TIME = "CreateTime";

  /** Items of one list of the filter. */
  private static final int ITEMS_MAX = 100;

  /** What is sent. */
  public record Request(
      Long pageNumber,
      Long pageSize,
      @Nullable SortBy sortBy,
      @Nullable CustomPersonFilter filter) {}

  /** What is answered. */
  public record Response(long totalCount, List<CustomPersonInfo> personInfoSet) {
    /** Copies the list. */
    public Response {
      personInfoSet = List.copyOf(personInfoSet);
    }
  }

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException {
    PageRange range = Parameters.page(request.pageNumber(), request.pageSize());
    Page<CustomPerson> page =
        call.services()
            .gallery()
            .customPersons()
            .persons(
                call.account(), filter(request.filter()), newestFirst(request.sortBy()), range);
    return new Response(
        page.total(), page.items().stream().map(person -> Described.person(call, person)).toList());
  }

  /** The newest first, unless it is asked for otherwise. */
  private static boolean newestFirst(@Nullable SortBy sortBy) throws ApiException {
    if (sortBy == null) {
      return true;
    }
    String by = sortBy.by();
    if (by != null && !by.isEmpty() && !by.equals(CREATE_TIME)) {
      throw new ApiException(IvldError.INVALID_SORT_BY, CREATE_TIME);
    }
    return sortBy.descend() == null || sortBy.descend();
  }

  private static dev.mien.gallery.CustomPersonFilter filter(@Nullable CustomPersonFilter wanted)
      throws ApiException {
    if (wanted == null) {
      return dev.mien.gallery.CustomPersonFilter.ALL;
    }
    Set<Long> categories = new LinkedHashSet<>();
    for (String id : items("CategoryIdSet", wanted.categoryIdSet())) {
      categories.add(Parameters.categoryId(id));
    }
    return new dev.mien.gallery.CustomPersonFilter(
        Parameters.optional(wanted.name()),
        categories,
        new LinkedHashSet<>(items("PersonIdSet", wanted.personIdSet())),
        new LinkedHashSet<>(items("L1CategorySet", wanted.l1CategorySet())));
  }

  private static List<String> items(String name, @Nullable List<String> list) throws ApiException {
    List<String> items = list == null ? List.of() : list;
    if (items.size() > ITEMS_MAX) {
      throw Parameters.invalid("Filter." + name, "it must have at most " + ITEMS_MAX + " items");
    }
    return items;
  }
}
