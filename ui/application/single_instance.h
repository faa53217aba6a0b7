// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <memory>
#include <optional>

class QLocalServer;
class QLocalSocket;
class QLockFile;
class QWidget;

namespace portolan {

/// What a second start tells the first.
struct ActivationRequest {
    std::optional<quint16> port;     ///< --port; never 0
    QByteArray activationToken;      ///< XDG_ACTIVATION_TOKEN or DESKTOP_STARTUP_ID of the second start; may be empty

    friend bool operator==(const ActivationRequest &, const ActivationRequest &) = default;

    /// The request as this process's environment gives it. Call it before the application object
    /// exists: Qt takes DESKTOP_STARTUP_ID out of the environment.
    [[nodiscard]] static ActivationRequest fromEnvironment(std::optional<quint16> port);
};

/// One window per person and display.
///
/// The first start listens on a local socket that only the same user can open. A later start
/// finds it, hands over its request and ends. A socket that a crashed start left behind is
/// recognised (the lock file beside it names a process that is gone) and replaced.
///
/// Thread: the thread of the application object. acquire() is the only call that waits, at most
/// `handshakeTimeout` in all, and it is meant to be called before the window exists. After that
/// nothing here blocks.
///
/// What arrives is not trusted: a request is at most `maximumRequestSize` bytes, must come within
/// `requestTimeout`, and is dropped whole if any part of it is not as expected. At most
/// `maximumConnections` callers are listened to at a time.
class SingleInstance : public QObject {
    Q_OBJECT

public:
    static constexpr int maximumRequestSize = 4096;   ///< bytes
    static constexpr int maximumConnections = 16;
    static constexpr int handshakeTimeout = 5000;     ///< milliseconds
    static constexpr int requestTimeout = 2000;       ///< milliseconds

    enum class Role {
        First,        ///< this start owns the window; listen to activated()
        Forwarded,    ///< another start has taken the request: end with exit code 0
        Alone,        ///< neither was possible (no run-time folder, the first start does not answer): open a window all the same
    };

    /// `folder` is where the lock and the socket live; it must be private to the user. Tests give their own.
    explicit SingleInstance(QString folder = defaultFolder(), QObject *parent = nullptr);
    ~SingleInstance() override;

    /// Finds out which role this start has, forwarding `request` when another start is first.
    /// Call once. errorString() tells why the role is Alone.
    [[nodiscard]] Role acquire(const ActivationRequest &request);

    [[nodiscard]] QString errorString() const { return m_errorString; }
    /// Path of the socket, unique to the display in this folder.
    [[nodiscard]] QString socketPath() const;

    /// $XDG_RUNTIME_DIR if that is ours and private, otherwise a folder in the user's cache; empty
    /// if neither can be used.
    [[nodiscard]] static QString defaultFolder();

    /// Shows, restores and raises the window and gives it the focus, with the second start's
    /// token where the platform asks for one.
    static void raise(QWidget *window, const QByteArray &activationToken);

    /// The bytes of a request and back; nullopt for anything that encode() does not produce.
    [[nodiscard]] static QByteArray encode(const ActivationRequest &request);
    [[nodiscard]] static std::optional<ActivationRequest> decode(const QByteArray &bytes);

Q_SIGNALS:
    /// Another start has asked for the window. The caller raises its window and shows the port, if any.
    void activated(const portolan::ActivationRequest &request);

private:
    [[nodiscard]] bool listen();
    [[nodiscard]] bool forward(const ActivationRequest &request, int timeout) const;
    void accept();
    void read(QLocalSocket *socket);
    [[nodiscard]] QString pathWithEnding(QLatin1String ending) const;

    QString m_folder;
    QString m_errorString;
    std::unique_ptr<QLockFile> m_lock;
    QLocalServer *m_server = nullptr;
    int m_connections = 0;
};

} // namespace portolan
