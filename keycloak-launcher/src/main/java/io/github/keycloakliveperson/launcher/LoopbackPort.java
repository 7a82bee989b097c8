package io.github.keycloakliveperson.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** TCP ports on the loopback interface. */
public final class LoopbackPort {

    /** The address all servers of tests and demo listen on. */
    public static final String ADDRESS = "127.0.0.1";

    private LoopbackPort() {}

    /**
     * Finds a port that nobody listens on at this moment.
     *
     * @return the port number
     */
    public static int free() {
        try {
            return bindAndRelease(0);
        } catch (IOException e) {
            throw new LaunchException("There is no free port on " + ADDRESS, e);
        }
    }

    /**
     * Makes sure that a port can be listened on.
     *
     * @param port the port number
     * @param purpose who wants it, for the message
     * @throws LaunchException when something listens there already
     */
    public static void requireFree(int port, String purpose) {
        try {
            bindAndRelease(port);
        } catch (IOException e) {
            throw new LaunchException(
                    "Port "
                            + port
                            + " on "
                            + ADDRESS
                            + ", wanted for "
                            + purpose
                            + ", is taken. Stop what listens there, or choose another port.",
                    e);
        }
    }

    private static int bindAndRelease(int port) throws IOException {
        try (var socket = new ServerSocket(port, 1, InetAddress.getByName(ADDRESS))) {
            return socket.getLocalPort();
        }
    }
}
