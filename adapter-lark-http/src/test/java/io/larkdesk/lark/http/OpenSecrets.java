package io.larkdesk.lark.http;

import io.larkdesk.core.tenant.AppSecret;
import io.larkdesk.core.tenant.SealedSecret;
import io.larkdesk.core.tenant.Secrets;
import io.larkdesk.core.tenant.TenantId;

/** Opens whatever is sealed as the secret of the samples' app. */
final class OpenSecrets implements Secrets {

    @Override
    public SealedSecret seal(TenantId tenant, AppSecret secret) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AppSecret open(TenantId tenant, SealedSecret secret) {
        return AppSecret.of(Samples.SECRET);
    }

    @Override
    public KeyAge age(SealedSecret secret) {
        return KeyAge.CURRENT;
    }
}
