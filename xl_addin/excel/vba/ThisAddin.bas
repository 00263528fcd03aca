Option Explicit

Private WithEvents host As Application

Private Sub Workbook_Open()
    Set host = Application
    DtiHelp.Describe
End Sub

Private Sub host_WorkbookOpen(ByVal Wb As Workbook)
    DtiRibbon.Reconnect Wb
End Sub
