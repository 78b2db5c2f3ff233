package io.larkdesk.app.scope;

import io.larkdesk.core.tenant.TenantScope;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Callable;

/** A stream that is made as it is read, whichever thread reads it, in the scope in which it was asked for. */
public final class ScopedStream extends FilterInputStream {

    private final TenantScope scope = CurrentScope.get();

    /** Reads {@code stream}, and closes it, in the current scope. */
    public ScopedStream(InputStream stream) {
        super(stream);
    }

    @Override
    public int read() throws IOException {
        return inScope(super::read);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        return inScope(() -> super.read(into, from, length));
    }

    @Override
    public long skip(long count) throws IOException {
        return inScope(() -> super.skip(count));
    }

    private <T> T inScope(Callable<T> work) throws IOException {
        return CurrentScope.call(scope, work);
    }
}
