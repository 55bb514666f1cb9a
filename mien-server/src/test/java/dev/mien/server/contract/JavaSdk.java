package dev.mien.server.contract;

import com.tencentcloudapi.common.AbstractClient;
import com.tencentcloudapi.common.AbstractModel;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import com.tencentcloudapi.common.profile.Language;
import dev.mien.server.it.TestServer;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The official Java SDK, called by the names of actions. */
final class JavaSdk {
  private static final int TIMEOUT_SECONDS = 120;
  private static final String PACKAGE = "com.tencentcloudapi.iai.";

  private final TestServer server;

  JavaSdk(TestServer server) {
    this.server = server;
  }

  /**
   * Calls an action, through its own method if the SDK has one. A refusal is the SDK's exception.
   *
   * @param signing method of signing and method of HTTP: {@code TC3-HMAC-SHA256/POST}
   */
  JsonNode call(String signing, String version, String action, JsonNode request) throws Exception {
    AbstractClient client = client(signing, version);
    Optional<Method> method =
        Arrays.stream(client.getClass().getMethods())
            .filter(found -> found.getName().equals(action))
            .findFirst();
    if (method.isEmpty()) {
      return Contract.MAPPER.readTree(client.call(action, request.toString())).get("Response");
    }
    Object sent =
        AbstractModel.fromJsonString(
            request.toString(),
            method.get().getParameterTypes()[0].asSubclass(AbstractModel.class));
    AbstractModel answer = (AbstractModel) method.get().invoke(client, sent);
    return Contract.MAPPER.readTree(AbstractModel.toJsonString(answer));
  }

  private AbstractClient client(String signing, String version) throws Exception {
    String[] methods = signing.split("/", -1);
    HttpProfile http = new HttpProfile();
    http.setEndpoint(server.endpoint());
    http.setProtocol(HttpProfile.REQ_HTTP);
    http.setReqMethod(methods[1]);
    http.setReadTimeout(TIMEOUT_SECONDS);
    ClientProfile profile = new ClientProfile(methods[0], http);
    profile.setLanguage(Language.EN_US);
    TestServer.Credentials keys = server.credentials();
    return Class.forName(PACKAGE + "v" + version.replace("-", "") + ".IaiClient")
        .asSubclass(AbstractClient.class)
        .getConstructor(Credential.class, String.class, ClientProfile.class)
        .newInstance(new Credential(keys.secretId(), keys.secretKey()), "", profile);
  }
}
