package io.larkdesk.app.webhooks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * Sockets that connect to the public network only. What a host's name stands for is looked at when it is connected to, so that a name which
 * stands for something else a moment later helps nobody.
 */
final class GuardedSockets extends SocketFactory {

    /** The address is none of the public network. */
    static final class ForbiddenException extends IOException {

        private static final long serialVersionUID = 1;

        ForbiddenException() {
            super("the address is none of the public network");
        }
    }

    private static final class Guarded extends Socket {

        @Override
        public void connect(SocketAddress to, int timeout) throws IOException {
            if (!(to instanceof InetSocketAddress known)
                    || known.isUnresolved()
                    || !PublicAddresses.include(known.getAddress())) {
                throw new ForbiddenException();
            }
            super.connect(to, timeout);
        }
    }

    @Override
    public Socket createSocket() {
        return new Guarded();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    private static Socket connected(InetSocketAddress to) throws IOException {
        Socket socket = new Guarded();
        socket.connect(to, 0);
        return socket;
    }
}
