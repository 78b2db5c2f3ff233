package io.larkdesk.app.charts;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import java.awt.geom.Rectangle2D;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Bars beside each other as SVG. Colours and what they mean are the page's: its style names the series by their
 * colours, {@code rgb(0,0,1)} and so on.
 *
 * @param description what it shows, in words, for who cannot see it
 * @param categories below the bars, from left to right
 * @param series the bars of each category, side by side
 */
public record BarChart(String description, List<String> categories, List<Series> series) implements Content {

    private static final int WIDTH = 440;
    private static final int HEIGHT = 200;
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final Font LETTERS = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    private static final Paint NOTHING = new Color(0, 0, 0, 0);

    /**
     * Bars of one colour.
     *
     * @param name what they stand for
     * @param values one for each category
     */
    public record Series(String name, List<? extends Number> values) {

        /** Copies the list. */
        public Series {
            Objects.requireNonNull(name, "name");
            values = List.copyOf(values);
        }
    }

    /** Copies the lists; refuses another number of values than of categories. */
    public BarChart {
        Objects.requireNonNull(description, "description");
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        int count = categories.size();
        if (series.stream().anyMatch(one -> one.values().size() != count)) {
            throw new IllegalArgumentException("not " + count + " values in each series");
        }
    }

    /** Whether all bars have no height; then there is nothing to see. */
    public boolean isFlat() {
        return series.stream().flatMap(one -> one.values().stream()).allMatch(value -> value.doubleValue() == 0);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(write(draw()));
    }

    private Element draw() {
        SVGGraphics2D graphics = new SVGGraphics2D(emptyDocument());
        chart().draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        Element root = graphics.getRoot();
        removeNames(root);
        root.setAttribute("viewBox", "0 0 " + WIDTH + " " + HEIGHT);
        root.setAttribute("class", "chart");
        root.setAttribute("role", "img");
        root.setAttribute("aria-label", description);
        return root;
    }

    /** A name that is used in two charts of a page would mean the first in both; and nothing lies outside of what is named to cut it off. */
    private static void removeNames(Element root) {
        NodeList all = root.getElementsByTagName("*");
        for (int i = all.getLength() - 1; i >= 0; i--) {
            Element element = (Element) all.item(i);
            element.removeAttribute("clip-path");
            if (element.getTagName().equals("defs")) {
                element.getParentNode().removeChild(element);
            }
        }
    }

    private JFreeChart chart() {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (Series one : series) {
            for (int i = 0; i < categories.size(); i++) {
                data.addValue(one.values().get(i), one.name(), categories.get(i));
            }
        }
        JFreeChart chart =
                ChartFactory.createBarChart(null, null, null, data, PlotOrientation.VERTICAL, false, false, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        style(chart.getCategoryPlot());
        return chart;
    }

    private void style(CategoryPlot plot) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        CategoryAxis below = plot.getDomainAxis();
        below.setTickLabelFont(LETTERS);
        below.setTickMarksVisible(false);
        below.setAxisLineVisible(false);
        below.setCategoryMargin(0.25);
        below.setMaximumCategoryLabelWidthRatio(1.5f);
        NumberAxis beside = (NumberAxis) plot.getRangeAxis();
        beside.setTickLabelFont(LETTERS);
        beside.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        beside.setAxisLineVisible(false);
        beside.setTickMarksVisible(false);
        BarRenderer bars = (BarRenderer) plot.getRenderer();
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setItemMargin(0.1);
        bars.setMaximumBarWidth(0.04);
        for (int i = 0; i < series.size(); i++) {
            bars.setSeriesPaint(i, new Color(0, 0, i + 1));
            bars.setSeriesOutlinePaint(i, NOTHING);
        }
    }

    private static Document emptyDocument() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String write(Element root) {
        StringWriter text = new StringWriter();
        try {
            Transformer writer = TransformerFactory.newInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            writer.transform(new DOMSource(root), new StreamResult(text));
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }
}
