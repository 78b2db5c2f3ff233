package io.larkdesk.testkit.law;

/** What a node's worker does, and what becomes of it. */
final class NodeSteps {

    private NodeSteps() {}

    record Claim(int node, int most) implements Step {

        @Override
        public void take(World world) {
            world.node(node).claim(most);
        }

        @Override
        public String toString() {
            return "Node " + node + " claims what is due, " + most + " at most";
        }
    }

    record Send(int node, Fate fate) implements Step {

        @Override
        public void take(World world) {
            world.node(node).send(fate);
        }

        @Override
        public String toString() {
            return "Node " + node + " sends what it claimed: " + fate;
        }
    }

    record Settle(int node) implements Step {

        @Override
        public void take(World world) {
            world.node(node).settle();
        }

        @Override
        public String toString() {
            return "Node " + node + " settles what it sent";
        }
    }

    record Work(int node, Fate fate) implements Step {

        @Override
        public void take(World world) {
            world.node(node).work(fate);
        }

        @Override
        public String toString() {
            return "Node " + node + " claims, sends and settles: " + fate;
        }
    }

    record Crash(int node) implements Step {

        @Override
        public void take(World world) {
            world.node(node).crash();
        }

        @Override
        public String toString() {
            return "Node " + node + " dies and is started anew";
        }
    }
}
