import Casework
import Foundation
import FoundationNetworking
import Synchronization

/// One message and its answer. A redirect is no receipt and is not followed; the answer's body is not read.
final class WebhookExchange: NSObject, URLSessionDataDelegate {
    private let waiting: Mutex<CheckedContinuation<Int?, Never>?>

    private init(_ continuation: CheckedContinuation<Int?, Never>) { waiting = Mutex(continuation) }

    /// The status of the answer; nil where none came within fifteen seconds.
    static func status(of message: OutgoingMessage, at seconds: Int64) async -> Int? {
        guard let url = URL(string: message.address) else { return nil }
        var request = URLRequest(url: url, cachePolicy: .reloadIgnoringLocalCacheData, timeoutInterval: 15)
        request.httpMethod = "POST"
        request.httpBody = Data(message.delivery.body.utf8)
        for (name, value) in message.headers(at: seconds) { request.setValue(value, forHTTPHeaderField: name) }
        let configuration = URLSessionConfiguration.ephemeral
        configuration.timeoutIntervalForRequest = 15
        configuration.timeoutIntervalForResource = 15
        configuration.httpCookieStorage = nil
        let asked = request
        return await withCheckedContinuation { continuation in
            let session = URLSession(configuration: configuration, delegate: WebhookExchange(continuation), delegateQueue: nil)
            session.dataTask(with: asked).resume()
            session.finishTasksAndInvalidate()
        }
    }

    private func answer(_ status: Int?) {
        let continuation = waiting.withLock { waiting in
            defer { waiting = nil }
            return waiting
        }
        continuation?.resume(returning: status)
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        answer(response.statusCode)
        completionHandler(nil)
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        answer((response as? HTTPURLResponse)?.statusCode)
        completionHandler(.cancel)
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        answer((task.response as? HTTPURLResponse)?.statusCode)
    }
}
