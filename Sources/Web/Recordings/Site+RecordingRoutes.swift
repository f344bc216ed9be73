import Hummingbird
import Pages
import Wording

extension Site {
    /// The pages of recordings: uploads and playing at a record, and the ledgers.
    func addRecordingRoutes(to router: Router<WebContext>) {
        let record = router.group("registers/:register/:id/recordings")
        record.get { request, context in await self.visit(request, context, self.recordingForm) }
        record.post { request, context in await self.visit(request, context, self.addRecording) }
        record.get(":hash") { request, context in await self.visit(request, context, self.recording) }
        router.get("recordings") { request, context in await self.visit(request, context, self.recordingLedgers) }
        router.get("recordings/:register") { request, context in await self.visit(request, context, self.recordingLedger) }
        router.get("recordings/:register/export") { request, context in
            await self.visit(request, context, self.exportRecordingLedger)
        }
    }

    /// The entries of the left menu for them.
    func recordingTools(_ visit: Visit) -> [Menu.Link] {
        let isThere = visit.catalogue.registers.contains { $0.recordings != nil && visit.isVisible($0.name) }
        return isThere ? [Menu.Link(label: visit.wording.text(RecordingText.recordings), address: .recordingLedger)] : []
    }
}
