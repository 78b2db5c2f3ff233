package io.larkdesk.app.tour;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is to be seen of a page in its window: each word, line, surface and icon with its colours, and where it stands. It says the same in
 * every version of a browser, but for some pixels of each place.
 *
 * @param lines for each element {@code left top right bottom}, then what it is
 */
record Outline(List<String> lines) {

    /** How many pixels an edge may be elsewhere: letters are a little wider or narrower in another browser, and rows add up. */
    private static final int TOLERANCE = 8;

    private static final Pattern LINE = Pattern.compile("(-?\\d+) (-?\\d+) (-?\\d+) (-?\\d+) (.*)");

    private static final String SEEN = """
            () => {
              const brush = Object.assign(document.createElement('canvas'), { width: 1, height: 1 })
                .getContext('2d', { willReadFrequently: true });
              const colour = (css) => {
                brush.clearRect(0, 0, 1, 1);
                brush.fillStyle = css;
                brush.fillRect(0, 0, 1, 1);
                const [red, green, blue, alpha] = brush.getImageData(0, 0, 1, 1).data;
                return alpha < 4 ? '' : '#' + [red, green, blue, alpha].map((part) => part.toString(16).padStart(2, '0')).join('');
              };
              const wordsOf = (element) => {
                const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join(' ');
                return (own.trim() || element.value || element.placeholder || '').replace(/\\s+/g, ' ').trim();
              };
              const isSeen = (element, box, style) => {
                const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
                const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
                if (style.visibility !== 'visible' || right - left < 1 || bottom - top < 1) {
                  return false;
                }
                const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
                return hit && (element.contains(hit) || style.pointerEvents === 'none' && hit.contains(element));
              };
              const lines = [];
              for (const element of [document.body, ...document.body.querySelectorAll('*:not(svg *)')]) {
                const [first] = element.getClientRects();
                const box = element.getBoundingClientRect();
                const style = getComputedStyle(element);
                if (!first || !isSeen(element, first, style)) {
                  continue;
                }
                const words = wordsOf(element);
                const icon = element.localName === 'svg' ? element.querySelector('use')?.getAttribute('href').replace(/.*#/, '#') ?? 'drawing' : '';
                const surface = colour(style.backgroundColor);
                const border = parseFloat(style.borderTopWidth) ? colour(style.borderTopColor) : '';
                if (words || icon || surface || border) {
                  lines.push([
                    ...[box.left, box.top, box.right, box.bottom].map(Math.round), element.localName,
                    words || icon ? colour(style.color) : '-', surface || '-', border || '-', icon, words,
                  ].join(' ').trimEnd());
                }
              }
              return lines;
            }
            """;

    /** Refuses what is no outline. */
    Outline {
        lines = List.copyOf(lines);
        lines.forEach(Outline::parsed);
    }

    /** What is to be seen of {@code page} now. */
    static Outline of(Page page) {
        return new Outline(
                ((List<?>) page.evaluate(SEEN)).stream().map(String.class::cast).toList());
    }

    /** Where {@code other} is not the same, in words; empty if whoever looks would see no difference. */
    List<String> differences(Outline other) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < Math.max(lines.size(), other.lines.size()); i++) {
            String mine = i < lines.size() ? lines.get(i) : "nothing";
            String theirs = i < other.lines.size() ? other.lines.get(i) : "nothing";
            if (!isSame(mine, theirs)) {
                differences.add(mine + " -> " + theirs);
            }
        }
        return differences;
    }

    private static boolean isSame(String mine, String theirs) {
        if (mine.equals("nothing") || theirs.equals("nothing")) {
            return false;
        }
        MatchResult one = parsed(mine);
        MatchResult other = parsed(theirs);
        for (int edge = 1; edge <= 4; edge++) {
            if (Math.abs(Integer.parseInt(one.group(edge)) - Integer.parseInt(other.group(edge))) > TOLERANCE) {
                return false;
            }
        }
        return one.group(5).equals(other.group(5));
    }

    private static MatchResult parsed(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("No line of an outline: " + line);
        }
        return matcher;
    }
}
