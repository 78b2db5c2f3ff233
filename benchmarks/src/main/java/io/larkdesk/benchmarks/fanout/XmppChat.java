package io.larkdesk.benchmarks.fanout;

import io.larkdesk.benchmarks.site.Ejabberd;
import io.larkdesk.benchmarks.wire.Link;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A room of an XMPP server, whose archive is kept in PostgreSQL.
 *
 * @see <a href="https://xmpp.org/extensions/xep-0045.html">XEP-0045: Multi-User Chat</a>
 */
final class XmppChat implements Chat {

    private static final String STREAM =
            "<stream:stream to='localhost' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>";
    private static final String ROOM = "desk@conference.localhost";
    private static final String FEATURES = "</stream:features>";

    private final Ejabberd server;
    private final List<Link> members = new ArrayList<>();
    private int next;

    XmppChat(Ejabberd server, int size) {
        this.server = server;
        for (int i = 0; i < size; i++) {
            members.add(enter(i));
        }
    }

    private Link enter(int number) {
        Link link = Link.open(server.port());
        link.ask(STREAM, FEATURES);
        link.ask("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'/>", "<success");
        link.ask(STREAM, FEATURES);
        link.ask("<iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>", "</iq>");
        String presence =
                "<presence to='%s/n%d'><x xmlns='http://jabber.org/protocol/muc'><history maxstanzas='0'/></x></presence>";
        // 110: this presence is the member's own, so it is in the room; then the subject comes
        link.ask(presence.formatted(ROOM, number), "code='110'", "code=\"110\"");
        return link;
    }

    @Override
    public List<Link> members() {
        return members;
    }

    @Override
    public void say(String text) {
        int number = next++;
        String message = "<message to='%s' type='groupchat' id='m%d'><body>%s</body></message>";
        members.get(number % members.size())
                .send(message.formatted(ROOM, number, text).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public long stored() {
        return server.archived();
    }

    @Override
    public long refusals() {
        return 0;
    }

    @Override
    public void close() {
        members.forEach(Link::close);
        server.close();
    }
}
