package io.larkdesk.testkit.memory;

import io.larkdesk.core.attachment.ObjectStore;
import io.larkdesk.testkit.contract.ObjectStoreContract;

final class InMemoryObjectStoreTest extends ObjectStoreContract {

    private final ObjectStore objects = new InMemoryObjectStore();

    @Override
    protected ObjectStore subject() {
        return objects;
    }
}
