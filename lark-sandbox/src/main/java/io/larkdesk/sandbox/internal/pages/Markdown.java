package io.larkdesk.sandbox.internal.pages;

import io.larkdesk.sandbox.internal.http.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Draws the part of Lark's Markdown that messages use. Everything is escaped first, and only then are marks turned into
 * elements, so no text becomes an element of its own.
 */
final class Markdown {

    private static final Pattern AT = Pattern.compile(
            "&lt;(at|person) (?:id|ids) ?= ?(?:&quot;|&#39;)?([A-Za-z0-9_,-]+)(?:&quot;|&#39;)?&gt;(.*?)&lt;/\\1&gt;");
    private static final Pattern FONT = Pattern.compile(
            "&lt;font color ?= ?(?:&quot;|&#39;)?([a-z]+)(?:&quot;|&#39;)?&gt;(.*?)&lt;/font&gt;", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile(
            "&lt;text_tag color ?= ?(?:&quot;|&#39;)?[a-z]+(?:&quot;|&#39;)?&gt;(.*?)&lt;/text_tag&gt;",
            Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]+)]\\((https?://[^\\s()]+)\\)");
    private static final Pattern BOLD = Pattern.compile("\\*\\*([^\\n]+?)\\*\\*|__([^\\n]+?)__");
    private static final Pattern ITALIC = Pattern.compile("(?<!\\*)\\*([^*\\n]+?)\\*(?!\\*)");
    private static final Pattern STRUCK = Pattern.compile("~~([^\\n]+?)~~");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern ENTITY = Pattern.compile("&amp;(#\\d{1,6}|lt|gt|amp|quot|sim|nbsp);");
    private static final Pattern HEADING = Pattern.compile("#{1,6} (.*)");
    private static final Pattern BULLET = Pattern.compile("[-*] (.*)");

    private static final Pattern ASIDE = Pattern.compile("\uE000(\\d{1,6})\uE001");

    private Markdown() {}

    /**
     * @param name finds the name of the person with an open_id
     * @param follow turns a link into where it leads
     */
    static String draw(String text, UnaryOperator<String> name, UnaryOperator<String> follow) {
        StringBuilder html = new StringBuilder();
        boolean inList = false;
        for (String line : text.split("\n", -1)) {
            Matcher bullet = BULLET.matcher(line);
            boolean item = bullet.matches();
            if (item != inList) {
                html.append(item ? "<ul>" : "</ul>");
                inList = item;
            }
            if (item) {
                html.append("<li>")
                        .append(inline(bullet.group(1), name, follow))
                        .append("</li>");
            } else {
                html.append(block(line, name, follow));
            }
        }
        return html.append(inList ? "</ul>" : "").toString();
    }

    private static String block(String line, UnaryOperator<String> name, UnaryOperator<String> follow) {
        Matcher heading = HEADING.matcher(line);
        if (heading.matches()) {
            return "<h4>" + inline(heading.group(1), name, follow) + "</h4>";
        }
        return line.strip().equals("---") ? "<hr>" : "<p>" + inline(line, name, follow) + "</p>";
    }

    private static String inline(String text, UnaryOperator<String> name, UnaryOperator<String> follow) {
        List<String> done = new ArrayList<>();
        String html = Html.escape(text.replaceAll("[\\uE000\\uE001]", ""));
        html = CODE.matcher(html).replaceAll(code -> aside(done, "<code>" + code.group(1) + "</code>"));
        html = LINK.matcher(html)
                .replaceAll(link -> aside(
                        done,
                        "<a data-open href=\"" + target(link.group(2), follow)
                                + "\" target=\"_blank\" rel=\"noopener\">" + link.group(1) + "</a>"));
        html = AT.matcher(html)
                .replaceAll(
                        at -> aside(done, "<span class=\"at\">@" + Html.escape(name.apply(at.group(2))) + "</span>"));
        html = FONT.matcher(html).replaceAll("<span class=\"c-$1\">$2</span>");
        html = TAG.matcher(html).replaceAll("<span class=\"tag\">$1</span>");
        html = BOLD.matcher(html)
                .replaceAll(bold -> quoted("<b>" + (bold.group(1) == null ? bold.group(2) : bold.group(1)) + "</b>"));
        html = ITALIC.matcher(html).replaceAll("<i>$1</i>");
        html = STRUCK.matcher(html).replaceAll("<s>$1</s>");
        html = ASIDE.matcher(html).replaceAll(mark -> quoted(done.get(Integer.parseInt(mark.group(1)))));
        return ENTITY.matcher(html).replaceAll("&$1;");
    }

    /** Leaves a mark in the place of what is drawn already, so that no later mark changes a link's address. */
    private static String aside(List<String> done, String html) {
        done.add(html);
        return "\uE000" + (done.size() - 1) + "\uE001";
    }

    /** The link is escaped already; where it leads is escaped again, from the link as it was written. */
    private static String target(String escaped, UnaryOperator<String> follow) {
        return Html.escape(follow.apply(
                escaped.replace("&#39;", "'").replace("&quot;", "\"").replace("&amp;", "&")));
    }

    private static String quoted(String replacement) {
        return Matcher.quoteReplacement(replacement);
    }
}
