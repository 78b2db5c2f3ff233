package io.larkdesk.lark.http;

import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.core.tenant.LarkApp;

/** Which app it is, whatever its secret. */
record AppKey(Brand brand, AppId id) {

    static AppKey of(LarkApp app) {
        return new AppKey(app.brand(), app.id());
    }
}
