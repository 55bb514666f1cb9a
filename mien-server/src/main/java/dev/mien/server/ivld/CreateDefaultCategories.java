package dev.mien.server.ivld;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;

/** Creates those of the usual categories that the account does not have. */
@AutoService(Served.class)
public final class CreateDefaultCategories implements IvldAction<Nothing, Nothing> {

  @Override
  public Class<Nothing> requestType() {
    return Nothing.class;
  }

  @Override
  public Nothing answer(Nothing request, Call call) throws ApiException, GalleryException {
    call.services()
        .gallery()
        .customPersons()
        .categories()
        .createMissing(call.account(), DefaultCategories.ALL);
    return new Nothing();
  }
}
